import { createHash, X509Certificate } from "node:crypto";
import type { SealKey } from "../seal-key.ts";
import { readAtMost } from "../timestamp/read-at-most.ts";
import { KeyUnavailable } from "./key-fault.ts";

export type RemoteOptions = {
  /** The address of the HTTP signer. */
  url: string;
  /** Sent as a bearer token. */
  token: string;
  /** DER */
  certificate: Uint8Array;
  chain: Uint8Array[];
  /** 10 s unless given. */
  milliseconds?: number;
};

const largestAnswer = 16 * 1024;

/**
 * A key behind an HTTP signer of the operator's, such as a small adapter for a key management service. It receives `{
 * algorithm, digest, message }` (JSON; base64; the sha-256 digest and the bytes themselves, some 200) and answers `{
 * signature }` (base64): PKCS #1 v1.5 for RSA, a DER pair for ECDSA.
 */
export function openRemoteKey(options: RemoteOptions): SealKey {
  const { certificate, chain } = options;
  const isEc = new X509Certificate(certificate).publicKey.asymmetricKeyType === "ec";
  const algorithm = isEc ? "ECDSA-SHA256" : "RSA-PKCS1-SHA256";
  return {
    certificate,
    chain,
    trusted: true,
    sign: (bytes) => ask(options, { algorithm, ...contentOf(bytes) }),
  };
}

function contentOf(bytes: Uint8Array): { digest: string; message: string } {
  return {
    digest: createHash("sha256").update(bytes).digest("base64"),
    message: Buffer.from(bytes).toString("base64"),
  };
}

async function ask(
  { url, token, milliseconds = 10_000 }: RemoteOptions,
  body: object,
): Promise<Uint8Array> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(milliseconds),
    });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return readSignature(await readAtMost(response, largestAnswer));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new KeyUnavailable(`The signer gave no signature: ${why}.`);
  }
}

function readSignature(bytes: Uint8Array): Uint8Array {
  const answer: unknown = JSON.parse(new TextDecoder().decode(bytes));
  const text = (answer as { signature?: unknown } | null)?.signature;
  if (typeof text !== "string") throw new Error("its answer names no signature");
  return new Uint8Array(Buffer.from(text, "base64"));
}
