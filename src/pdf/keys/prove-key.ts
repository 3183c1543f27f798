import { verify, X509Certificate } from "node:crypto";
import type { SealKey } from "../seal-key.ts";
import { isStrongKey } from "../verify/algorithms.ts";
import { KeyFault, KeyUnavailable } from "./key-fault.ts";

/**
 * Proves that a key belongs to its certificate, with a signature over meaningless bytes. The returned key checks each
 * signature before use.
 *
 * @throws KeyFault if it does not belong, is weak, or does not sign at all
 */
export async function proveKey(key: SealKey): Promise<SealKey> {
  const { publicKey } = new X509Certificate(key.certificate);
  if (!isStrongKey(publicKey)) {
    throw new KeyFault(
      "The seal key is neither RSA of 2048 bits or more nor on a curve of 256 or more.",
    );
  }
  const isOurs = (bytes: Uint8Array, signature: Uint8Array) =>
    verify("sha256", bytes, publicKey, signature);
  if (!isOurs(probe, await trial(key))) {
    throw new KeyFault("The seal key does not belong to its certificate.");
  }
  return {
    ...key,
    sign: async (bytes) => {
      const signature = await key.sign(bytes);
      if (isOurs(bytes, signature)) return signature;
      throw new KeyUnavailable("What the seal key gave is not its signature.");
    },
  };
}

/** No document and no signed attributes, so a signature over it states nothing. */
const probe = new TextEncoder().encode("Depositary tries its seal key.");

async function trial(key: SealKey): Promise<Uint8Array> {
  try {
    return await key.sign(probe);
  } catch (error) {
    throw new KeyFault(error instanceof Error ? error.message : String(error));
  }
}
