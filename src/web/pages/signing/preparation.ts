import { call } from "../../api/client.ts";
import type { Done, SignaturePreparation } from "../../api/contract.d.ts";

export type { SignaturePreparation };

/** A file as base64. PEM armour is removed. */
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

/** Prepares a signature by the party's own key. Returns what that key must sign. */
export async function prepare(
  { id, version }: { id: string; version: number },
  body: object,
): Promise<SignaturePreparation> {
  const headers = { ...json, "If-Match": `"${version}"` };
  const path = `/agreements/${id}/signatures/preparations`;
  return (await call(path, { method: "POST", body: JSON.stringify(body), headers })).json();
}

/** Sends the signatures made outside. This puts the consent on record. */
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
