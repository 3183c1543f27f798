import { assembleCms, signedAttributes } from "#src/pdf/cms/build-cms.ts";
import * as der from "#src/pdf/cms/der.ts";
import { oids } from "#src/pdf/cms/oids.ts";
import { type Der, membersOf, objectIdOf, readDer } from "#src/pdf/cms/read-der.ts";
import { roomFor } from "#src/pdf/cms/room.ts";
import type { SealKey } from "#src/pdf/seal-key.ts";
import { embedSignature, type PreparedSignature, prepareSignature } from "#src/pdf/sign.ts";
import type { Verdict } from "#src/pdf/verify.ts";
import { type Authority, newAuthority } from "./authority.ts";
import { look, original, sealedAt } from "./fixture.ts";

/** Makes a CMS over the prepared bytes; `trusted` is the only authority that the verifier trusts. */
type Forge = (prepared: PreparedSignature, trusted: Authority) => Promise<Uint8Array>;

/** Signs a file of one field with what `forge` returns, in the room that is kept for the certificates of `key`. */
export async function forged(
  forge: Forge,
  trusted: Authority,
  key: SealKey | null = null,
): Promise<Uint8Array> {
  const contentsSize = key ? roomFor([key.certificate, ...key.chain], null) : 16_384;
  const request = { reason: "Seal", name: "Seal", date: sealedAt, look, contentsSize };
  const prepared = prepareSignature(await original(["Seal"]), "Seal", request);
  return embedSignature(prepared, await forge(prepared, trusted));
}

/** What an honest signer writes. */
export async function honest({ digest }: PreparedSignature, key: SealKey): Promise<Uint8Array> {
  const attributes = signedAttributes(digest, key.certificate);
  return assembleCms({ ...key, attributes, signature: await key.sign(attributes) });
}

export const byKey: [name: string, verdict: Verdict, forge: Forge][] = [
  [
    "an authority of the same name",
    "UNTRUSTED",
    (prepared) => honest(prepared, newAuthority().issue()),
  ],
  [
    "a false authority with the true one's certificate beside it",
    "UNTRUSTED",
    (prepared, trusted) =>
      honest(prepared, { ...newAuthority().issue(), chain: [trusted.certificate] }),
  ],
  [
    "a certificate that a mere signer issued",
    "UNTRUSTED",
    (prepared, trusted) => honest(prepared, trusted.issue().asAuthority.issue()),
  ],
  [
    "a certificate that had expired on the day",
    "EXPIRED",
    (prepared, trusted) =>
      honest(
        prepared,
        trusted.issue({ from: new Date("2025-01-01"), until: new Date("2026-01-01") }),
      ),
  ],
  [
    "a certificate that was not valid yet",
    "EXPIRED",
    (prepared, trusted) =>
      honest(
        prepared,
        trusted.issue({ from: new Date("2027-01-01"), until: new Date("2028-01-01") }),
      ),
  ],
  [
    "a certificate of the same name in place of the signer's",
    "INVALID_DIGEST",
    async ({ digest }, trusted) => {
      const [signer, other] = [trusted.issue(), trusted.issue()];
      const attributes = signedAttributes(digest, signer.certificate);
      return assembleCms({ ...other, attributes, signature: await signer.sign(attributes) });
    },
  ],
  [
    "a signature over another file",
    "INVALID_DIGEST",
    (prepared, trusted) => honest({ ...prepared, digest: new Uint8Array(32) }, trusted.issue()),
  ],
  [
    "a signature by another key",
    "INVALID_DIGEST",
    async ({ digest }, trusted) => {
      const signer = trusted.issue();
      const attributes = signedAttributes(digest, signer.certificate);
      return assembleCms({
        ...signer,
        attributes,
        signature: await trusted.issue().sign(attributes),
      });
    },
  ],
  [
    "two signers",
    "MALFORMED",
    (prepared, trusted) =>
      reshaped(prepared, trusted, (parts) => [
        ...wholes(parts.slice(0, 4)),
        der.setOf(...wholes([...membersOf(parts[4], 0x31), ...membersOf(parts[4], 0x31)])),
      ]),
  ],
  [
    "no signer",
    "MALFORMED",
    (prepared, trusted) =>
      reshaped(prepared, trusted, (parts) => [...wholes(parts.slice(0, 4)), der.setOf()]),
  ],
  [
    "a text of its own",
    "MALFORMED",
    (prepared, trusted) =>
      reshaped(prepared, trusted, (parts) =>
        wholes(parts).with(
          2,
          der.sequence(der.objectId(oids.data), der.tagged(0, der.octets(new Uint8Array(4)))),
        ),
      ),
  ],
  [
    "no certificate",
    "MALFORMED",
    (prepared, trusted) =>
      reshaped(prepared, trusted, (parts) => wholes(parts).with(3, der.tagged(0))),
  ],
  [
    "additions that nobody signed",
    "MALFORMED",
    (prepared, trusted) =>
      reshaped(prepared, trusted, (parts) => {
        const signer = wholes(membersOf(membersOf(parts[4], 0x31)[0], 0x30));
        return wholes(parts).with(4, der.setOf(der.sequence(...signer, der.tagged(1))));
      }),
  ],
  [
    "a foreign certificate slipped in",
    "MALFORMED",
    (prepared, trusted) => {
      const key = trusted.issue();
      return honest(prepared, {
        ...key,
        chain: [...key.chain, newAuthority().issue().certificate],
      });
    },
  ],
  ["an attribute twice", "MALFORMED", withAttributes((all) => [...all, all[0]!])],
  [
    "no certificate among the attributes",
    "MALFORMED",
    withAttributes(without(oids.signingCertificateV2)),
  ],
  ["no digest among the attributes", "MALFORMED", withAttributes(without(oids.messageDigest))],
  ["no content type among the attributes", "MALFORMED", withAttributes(without(oids.contentType))],
];

const wholes = (parts: Der[]) => parts.map((part) => part.whole);

/** Rebuilds the SignedData of an honest CMS from changed parts. */
async function reshaped(
  prepared: PreparedSignature,
  trusted: Authority,
  change: (parts: Der[]) => Uint8Array[],
): Promise<Uint8Array> {
  const cms = await honest(prepared, trusted.issue());
  const wrapped = membersOf(readDer(cms), 0x30)[1];
  const parts = membersOf(membersOf(wrapped, 0xa0)[0], 0x30);
  return der.sequence(der.objectId(oids.signedData), der.tagged(0, der.sequence(...change(parts))));
}

/** Signs attributes that are not those of PAdES. */
function withAttributes(change: (attributes: Der[]) => Der[]): Forge {
  return async ({ digest }, trusted) => {
    const key = trusted.issue();
    const all = membersOf(readDer(signedAttributes(digest, key.certificate)), 0x31);
    const attributes = der.setOf(...wholes(change(all)));
    return assembleCms({ ...key, attributes, signature: await key.sign(attributes) });
  };
}

function without(id: string): (attributes: Der[]) => Der[] {
  return (all) => all.filter((one) => objectIdOf(membersOf(one, 0x30)[0]) !== id);
}
