import { oids } from "./oids.ts";
import { contentOf, type Der, membersOf, objectIdOf } from "./read-der.ts";

/** The algorithm of a signature or digest. `pss` has the parameters of RSASSA-PSS, and is null for all others. */
export type Algorithm = { id: string; pss: { digest: string; saltLength: number } | null };

/**
 * Reads an algorithm without parameters, with NULL parameters, or RSASSA-PSS (RFC 4055, 3.1) with one digest for
 * content and mask. Any other is `unknown`, and every verifier refuses it.
 *
 * @throws NotDer
 */
export function readAlgorithm(der: Der | undefined): Algorithm {
  const [id, parameters, ...more] = membersOf(der, 0x30);
  const name = objectIdOf(id);
  if (more.length > 0) return unknown;
  if (name === oids.rsaPss && parameters) return readPss(parameters);
  const plain = !parameters || (parameters.tag === 0x05 && parameters.content.length === 0);
  return plain && name !== oids.rsaPss ? { id: name, pss: null } : unknown;
}

const unknown: Algorithm = { id: "unknown", pss: null };

/** Every parameter must be present, because an omitted one means SHA-1. */
function readPss(parameters: Der): Algorithm {
  const [hash, mask, salt, ...more] = membersOf(parameters, 0x30);
  if (more.length > 0 || !hash || !mask || !salt) return unknown;
  const digest = readAlgorithm(membersOf(hash, 0xa0)[0]).id;
  const [generator, ofMask] = membersOf(membersOf(mask, 0xa1)[0], 0x30);
  const sameDigest = ofMask && readAlgorithm(ofMask).id === digest;
  const length = contentOf(membersOf(salt, 0xa2)[0], 0x02);
  if (objectIdOf(generator) !== oids.mgf1 || !sameDigest || length.length !== 1) return unknown;
  return { id: oids.rsaPss, pss: { digest, saltLength: length[0]! } };
}
