import type { X509Certificate } from "node:crypto";
import { assembleCms, type SignatureForm, withTimestamp } from "../cms/build-cms.ts";
import { lowS } from "../cms/low-s.ts";
import { sameBytes } from "../cms/read-der.ts";
import { olderRoomFor, olderRoomForToken, roomFor, roomForToken } from "../cms/room.ts";
import { sortChain } from "../keys/order-chain.ts";
import { tidyToken } from "../timestamp/tidy-token.ts";
import { digestNames } from "./algorithms.ts";
import type { Claim } from "./find-claims.ts";
import { bytesOf, readSignature } from "./read-cms.ts";

/**
 * Whether the seal's CMS is exactly what we write for its content (ADR 0057, 0101). Its reassembled parts give the same
 * bytes, including its timestamp's, and both contain the certificates that room was reserved for. No key signs those
 * parts, and after the last signature nothing else covers them. Files from before 29 November 2026 reserved another
 * room; in them the inside of the timestamp and the form of an ECDSA value are not bound.
 */
export function isAsWritten(bytes: Uint8Array, claim: Claim, signer: X509Certificate): boolean {
  const { der, room } = placeOf(bytes, claim);
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
  if (!sameBytes(whole, der)) return false;
  const all = [certificate, ...chain];
  if (room === olderRoomFor(all, timestamp !== null)) return true;
  const stamp = timestamp && tidyToken(timestamp);
  return (
    (!stamp || sameBytes(stamp.token, timestamp)) &&
    sameBytes(lowS(signature, signer.publicKey), signature) &&
    room === roomFor(all, stamp?.certificates ?? null)
  );
}

/** The same for a document timestamp. */
export function isTokenAsWritten(bytes: Uint8Array, claim: Claim): boolean {
  const { der, room } = placeOf(bytes, claim);
  if (room === olderRoomForToken) return true;
  const { token, certificates } = tidyToken(der);
  return sameBytes(token, der) && room === roomForToken(certificates);
}

function placeOf(bytes: Uint8Array, { contents }: Claim): { der: Uint8Array; room: number } {
  const text = bytes.subarray(contents.start + 1, contents.end - 1);
  const hex = new TextDecoder("latin1").decode(text);
  return { der: bytesOf(hex), room: hex.length / 2 };
}
