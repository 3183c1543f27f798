import type { Db } from "#src/db.ts";
import { sha256 } from "#src/digest.ts";
import { Refusal } from "#src/errors.ts";
import { worded } from "#src/people/person.ts";
import { readTexts } from "./read-source.ts";
import { versionDigest } from "./version-digest.ts";

/** One party's consent, as the seal attests it. */
export type Consent = {
  field: string;
  party: string;
  person: string;
  title: string;
  method: string;
  at: Date;
};

/**
 * Everything that must be true before a seal: the stage; the texts, hashed anew, are the ones that were
 * authenticated; every party has signed, and signed this original. Throws a Refusal that names what is not.
 */
export async function checkConsent(
  db: Db,
  agreement: string,
  number: number,
): Promise<{ original: string; consents: Consent[] }> {
  const { stage_name } = await db
    .selectFrom("agreements")
    .select("stage_name")
    .where("id", "=", agreement)
    .executeTakeFirstOrThrow();
  if (stage_name !== "sign.sealing") {
    throw new Refusal("wrong-stage", `Nothing is sealed in the stage ${stage_name}.`);
  }
  const texts = await readTexts(db, agreement, number);
  const digests = await Promise.all(
    texts.map(async ({ language, markdown }) => ({ language, digest: await sha256(markdown) })),
  );
  const digest = await versionDigest(digests);
  const authenticated = await db
    .selectFrom("authentications")
    .select("digest")
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .execute();
  if (authenticated.length < 2 || authenticated.some((one) => one.digest !== digest)) {
    throw new Refusal("integrity-error", "The texts are not the ones that were authenticated.");
  }
  return readConsents(db, agreement, number);
}

async function readConsents(db: Db, agreement: string, number: number) {
  const { digest: original } = await db
    .selectFrom("originals")
    .select("digest")
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .where("original", "=", "common")
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom("agreement_parties")
    .innerJoin("parties", "parties.code", "agreement_parties.party")
    .leftJoin("signatures", (join) =>
      join
        .onRef("signatures.agreement", "=", "agreement_parties.agreement")
        .onRef("signatures.party", "=", "agreement_parties.party")
        .on("signatures.number", "=", number),
    )
    .leftJoin("people", "people.id", "signatures.person")
    .select([
      "agreement_parties.party",
      "parties.names as party_names",
      "people.names",
      "people.titles",
      "signatures.method",
      "signatures.original",
      "signatures.at",
    ])
    .where("agreement_parties.agreement", "=", agreement)
    .orderBy("agreement_parties.position")
    .execute();
  const consents = rows.map(
    ({ party, party_names, names, titles, method, original: signed, at }) => {
      if (!names || !method || !at)
        throw new Refusal("every-party-signed", `${party} has not signed.`);
      if (signed !== original) {
        throw new Refusal("integrity-error", `${party} has signed another original.`);
      }
      return {
        field: `Party-${party}`,
        party: worded(party_names, "en"),
        person: worded(names, "en"),
        title: worded(titles ?? {}, "en"),
        method,
        at,
      };
    },
  );
  return { original, consents };
}
