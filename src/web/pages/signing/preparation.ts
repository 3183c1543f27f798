import { call } from "../../api/client.ts";
import type { Done, SignaturePreparation } from "../../api/contract.d.ts";

export type { SignaturePreparation };

/** A file as base64, taken out of its PEM where it is in one. */
export async function derOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = new TextDecoder().decode(bytes.slice(0, 64));
  if (!text.startsWith("-----BEGIN")) return base64(bytes);
  const [, inner = ""] = new TextDecoder().decode(bytes).split(/-----[A-Z0-9 ]+-----/);
  return inner.replaceAll(/\s/g, "");
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

const json = { "Content-Type": "application/json" };

/** Announces a signature by a key outside; answers what that key has to sign. */
export async function prepare(
  { id, version }: { id: string; version: number },
  body: object,
): Promise<SignaturePreparation> {
  const headers = { ...json, "If-Match": `"${version}"` };
  const path = `/agreements/${id}/signatures/preparations`;
  return (await call(path, { method: "POST", body: JSON.stringify(body), headers })).json();
}

/** Gives the signatures that were made outside; the consent is on record with them. */
export async function complete(
  { id }: SignaturePreparation,
  originals: object[],
  key: string,
): Promise<Done> {
  const headers = { ...json, "Idempotency-Key": key };
  const body = JSON.stringify({ originals });
  return (await call(`/signatures/${id}/cms`, { method: "PUT", body, headers })).json();
}

export async function giveUp({ id }: SignaturePreparation): Promise<void> {
  await call(`/signatures/${id}`, { method: "DELETE" });
}
