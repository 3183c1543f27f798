import { oids } from "./oids.ts";
import { contentOf, type Der, membersOf, objectIdOf, readDer } from "./read-der.ts";

/**
 * The signature in a CMS without signed attributes (RFC 5652, 5.4), in which the key signed the content itself.
 * Programs that cannot sign raw bytes get the PAdES attributes as the document and return such a CMS. Null if the CMS
 * has its own attributes.
 *
 * @throws NotDer
 */
export function readBareSignature(
  der: Uint8Array,
): { signature: Uint8Array; signer: Uint8Array } | null {
  const [type, wrapped] = membersOf(readDer(der), 0x30);
  if (objectIdOf(type) !== oids.signedData) return null;
  const parts = membersOf(readDer(contentOf(wrapped, 0xa0)), 0x30);
  const [signer, ...others] = membersOf(parts.at(-1), 0x31);
  const [, named, , next, signature]: Der[] = membersOf(signer, 0x30);
  if (others.length > 0 || next?.tag !== 0x30) return null;
  return { signature: contentOf(signature, 0x04), signer: contentOf(named, 0x30) };
}
