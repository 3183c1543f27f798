import { createHash } from "node:crypto";
import { nothing, objectId, octets, sequence, unsigned } from "../../cms/der.ts";
import { oids } from "../../cms/oids.ts";
import { KeyFault } from "../key-fault.ts";
import type { Cryptoki } from "./cryptoki.ts";
import { mechanisms } from "./names.ts";
import { logIn, type Session } from "./open-session.ts";

/** How to ask a token for a signature with SHA-256. */
export type Way = {
  mechanism: number;
  /** The token's input for the bytes to be signed. */
  prepare(bytes: Uint8Array): Uint8Array;
  /** The signature in CMS form. */
  finish(signature: Uint8Array): Uint8Array;
};

const same = (bytes: Uint8Array) => bytes;
const hash = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());

/** The ways to try in turn for each kind of key: most tokens take a digest, some only the whole content. */
const ways: Record<Session["kind"], Way[]> = {
  rsa: [
    { mechanism: mechanisms.rsaPkcs, prepare: (bytes) => digestInfo(hash(bytes)), finish: same },
    { mechanism: mechanisms.sha256RsaPkcs, prepare: same, finish: same },
  ],
  ec: [
    { mechanism: mechanisms.ecdsa, prepare: hash, finish: derPair },
    { mechanism: mechanisms.ecdsaSha256, prepare: same, finish: derPair },
  ],
};

/**
 * The first way that the token offers for the key.
 *
 * @throws KeyFault if it offers none
 * @throws CryptokiError
 */
export async function chooseWay(
  { call, words, readWord, wordSize }: Cryptoki,
  { slot, kind }: Session,
): Promise<Way> {
  const count = words(0);
  await call("C_GetMechanismList", slot, null, count);
  const list = Buffer.alloc(readWord(count) * wordSize);
  await call("C_GetMechanismList", slot, list, count);
  const offered = new Set(
    Array.from({ length: readWord(count) }, (_, at) => readWord(list, at * wordSize)),
  );
  const way = ways[kind].find(({ mechanism }) => offered.has(mechanism));
  if (!way) throw new KeyFault("The token signs neither by RSA PKCS #1 v1.5 nor by ECDSA.");
  return way;
}

/**
 * One signature.
 *
 * @throws PinRefused
 * @throws CryptokiError
 */
export async function signOnToken(
  cryptoki: Cryptoki,
  { handle, key, alwaysAuthenticate }: Session,
  { mechanism, prepare, finish }: Way,
  { bytes, pin }: { bytes: Uint8Array; pin: string },
): Promise<Uint8Array> {
  const { call, words, readWord } = cryptoki;
  const input = prepare(bytes);
  const signature = Buffer.alloc(2048);
  const length = words(signature.length);
  await call("C_SignInit", handle, words(mechanism, null, 0), key);
  if (alwaysAuthenticate) await logIn(cryptoki, { handle, pin, as: "contextSpecific" });
  await call("C_Sign", handle, input, input.length, signature, length);
  return finish(new Uint8Array(signature.subarray(0, readWord(length))));
}

/** Converts two numbers of equal width side by side, as tokens return, to the DER pair of CMS (RFC 3279, 2.2.3). */
export function derPair(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2;
  return sequence(unsigned(raw.subarray(0, half)), unsigned(raw.subarray(half)));
}

/** The input of PKCS #1 v1.5 padding (RFC 8017, 9.2). */
function digestInfo(digest: Uint8Array): Uint8Array {
  return sequence(sequence(objectId(oids.sha256), nothing), octets(digest));
}
