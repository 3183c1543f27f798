import type { X509Certificate } from "node:crypto";
import { assembleCms, type SignatureForm, withTimestamp } from "../cms/build-cms.ts";
import { sameBytes } from "../cms/read-der.ts";
import { roomFor } from "../cms/room.ts";
import { sortChain } from "../keys/order-chain.ts";
import { digestNames } from "./algorithms.ts";
import type { Claim } from "./find-claims.ts";
import { bytesOf, readSignature } from "./read-cms.ts";

/**
 * Whether the seal's CMS is the one that we write for what it holds (ADR 0057): its parts put together again give the
 * same bytes, with the signer's certificate first and each issuer after it, and they are the certificates that
 * room was kept for. No key signs those parts, and after the last signature nothing else covers them.
 */
export function isAsWritten(
  bytes: Uint8Array,
  { contents }: Claim,
  signer: X509Certificate,
): boolean {
  const hex = new TextDecoder("latin1").decode(
    bytes.subarray(contents.start + 1, contents.end - 1),
  );
  const der = bytesOf(hex);
  const cms = readSignature(der);
  const certificate = new Uint8Array(signer.raw);
  const others = cms.certificates.filter((one) => !sameBytes(one, certificate));
  const chain = sortChain(certificate, others);
  const form: SignatureForm = {
    digest: digestNames[cms.digestAlgorithm] as NonNullable<SignatureForm["digest"]>,
    pss: cms.signatureAlgorithm.pss !== null,
  };
  const { attributes, signature, timestamp } = cms;
  const bare = assembleCms({ attributes, signature, certificate, chain, form });
  const whole = timestamp ? withTimestamp(bare, timestamp) : bare;
  return (
    sameBytes(whole, der) && hex.length / 2 === roomFor([certificate, ...chain], timestamp !== null)
  );
}
