import { boolean, integer, nothing, objectId, octets, sequence, unsigned } from "../cms/der.ts";
import { oids } from "../cms/oids.ts";
import { membersOf, readDer } from "../cms/read-der.ts";

/**
 * The request to an authority (RFC 3161, 2.4.1): a timestamp over this SHA-256 digest, with this nonce, under this
 * policy if one is named, and with the authority's certificates in it.
 */
export function timestampRequest(
  digest: Uint8Array,
  { nonce, policy }: { nonce: Uint8Array; policy: string | null },
): Uint8Array {
  return sequence(
    integer(1),
    sequence(sequence(objectId(oids.sha256), nothing), octets(digest)),
    ...(policy ? [objectId(policy)] : []),
    unsigned(nonce),
    boolean(true),
  );
}

/**
 * The timestamp in a response (RFC 3161, 2.4.2): DER of the token, or null if the authority refuses.
 *
 * @throws NotDer
 */
export function tokenIn(answer: Uint8Array): Uint8Array | null {
  const [status, token] = membersOf(readDer(answer), 0x30);
  const [code] = membersOf(status, 0x30);
  // Granted, or granted with modifications, which the check of the token will notice.
  const granted = code?.tag === 0x02 && code.content.length === 1 && code.content[0]! <= 1;
  return granted && token ? token.whole : null;
}
