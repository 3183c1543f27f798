import { sql } from "kysely";
import { sha256 } from "#src/bytes/sha256.ts";
import type { Db } from "#src/db/db.ts";
import { namesInAgreement } from "#src/db/names-of-party.ts";
import { Refusal } from "#src/errors.ts";
import { worded } from "#src/people/person.ts";
import { staysOpen } from "#workflows/open-to.ts";
import type { Terms } from "#workflows/terms.ts";
import { readFacts } from "../facts.ts";
import { originalsDigest } from "../originals-digest.ts";
import { readTexts } from "../text/read-source.ts";
import { termsDigest } from "../text/terms-digest.ts";
import { versionDigest } from "../text/version-digest.ts";

/** One party's consent, as the seal attests it. */
export type Consent = {
  field: string;
  party: string;
  person: string;
  title: string;
  method: string;
  at: Date;
  /** For a signature in ink: the day it was made, not the day it was recorded. */
  on?: string;
};

/** An original, its newest file, and the fields that parties have signed there with their own keys. */
export type SignedOriginal = {
  original: string;
  digest: string;
  file: string;
  signed: string[];
  /** The consents that the seal attests in it, and the fields that stay empty. */
  consents: Consent[];
  unsigned: string[];
};

/**
 * Checks everything a seal requires. The stage is right; texts and terms, hashed again, are the authenticated ones; every
 * party has signed, and signed this original. Throws a Refusal that names what fails.
 */
export async function checkConsent(
  db: Db,
  agreement: string,
  number: number,
): Promise<SignedOriginal[]> {
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
  const digest = await versionDigest(digests, await hashedTerms(db, agreement, number));
  const authenticated = await authenticatedDigests(db, agreement, number);
  if (authenticated.length === 0 || authenticated.some((one) => one !== digest)) {
    const detail = "The texts and terms are not the ones that were authenticated.";
    throw new Refusal("integrity-error", detail);
  }
  return readConsents(db, agreement, number);
}

/** The digest of the version's terms, hashed again; null if the version's digest does not cover them. */
async function hashedTerms(db: Db, agreement: string, number: number): Promise<string | null> {
  const { terms, terms_digest } = await db
    .selectFrom("versions")
    .select(["terms", "terms_digest"])
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .executeTakeFirstOrThrow();
  return terms_digest === null || terms === null ? null : termsDigest(terms);
}

/** The digests that the officers authenticated and the parties initialled. */
async function authenticatedDigests(db: Db, agreement: string, number: number): Promise<string[]> {
  const { rows } = await sql<{ digest: string }>`
    SELECT digest FROM authentications WHERE agreement = ${agreement} AND number = ${number}
    UNION ALL
    SELECT detail ->> 'digest' FROM party_acts
    WHERE agreement = ${agreement} AND number = ${number} AND act = 'initial'`.execute(db);
  return rows.map(({ digest }) => digest);
}

async function readConsents(db: Db, agreement: string, number: number) {
  const originals = await db
    .selectFrom("originals")
    .select(["original", "digest"])
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .orderBy("original")
    .execute();
  const shown = await originalsDigest(originals);
  const facts = await readFacts(db, agreement);
  const open = staysOpen(facts);
  const needed = open ? 1 : (facts.quorum ?? 2);
  const rows = await db
    .selectFrom("agreement_parties")
    .leftJoin("signatures", (join) =>
      join
        .onRef("signatures.agreement", "=", "agreement_parties.agreement")
        .onRef("signatures.party", "=", "agreement_parties.party")
        .on("signatures.number", "=", number),
    )
    .leftJoin("people", "people.id", "signatures.person")
    .select([
      "agreement_parties.party",
      "agreement_parties.standing",
      namesInAgreement(sql`${agreement}::uuid`, sql.ref("agreement_parties.party")).as(
        "party_names",
      ),
      "people.names",
      "people.titles",
      "signatures.method",
      "signatures.original",
      sql<string | null>`signatures.signed_on::text`.as("signed_on"),
      "signatures.at",
    ])
    .where("agreement_parties.agreement", "=", agreement)
    // The original has a field for each that negotiated; the others sign pages of their own.
    .where("agreement_parties.negotiated", "=", true)
    .orderBy("agreement_parties.position")
    .execute();
  const consents = rows.flatMap((row) => {
    const { party, standing, names, titles, method, original, at } = row;
    const signed = names && method && at && standing !== "unauthorised";
    const maySignLater = open || facts.quorum !== null || standing === "declined";
    if (!signed && maySignLater) return [];
    if (!signed) throw new Refusal("signature-missing", `${party} has not signed.`);
    if (original !== shown) {
      throw new Refusal("integrity-error", `${party} has signed another original.`);
    }
    return {
      field: `Party-${party}`,
      party: worded(row.party_names, "en"),
      person: worded(names, "en"),
      title: worded(titles ?? {}, "en"),
      method,
      at,
      ...(method === "wet-ink" && row.signed_on && { on: row.signed_on }),
    };
  });
  if (consents.length < needed) {
    throw new Refusal("quorum-not-reached", "Fewer parties have signed than are needed.");
  }
  const signed = new Set(consents.map(({ field }) => field));
  const unsigned = rows.map(({ party }) => `Party-${party}`).filter((one) => !signed.has(one));
  const own = rows.filter(({ method }) => method === "certificate").map(({ party }) => party);
  const attested = consents.filter(({ method }) => method !== "certificate");
  const { exchange } = facts.terms;
  const files = await signedOriginals(db, { agreement, number, originals, own, exchange });
  return files.map((file) => {
    // In an exchange each party signs its own note, which has no field of the other.
    const isIn = (field: string) => !exchange || field === `Party-${file.original}`;
    return {
      ...file,
      consents: attested.filter(({ field }) => isIn(field)),
      unsigned: unsigned.filter(isIn),
    };
  });
}

type Own = {
  agreement: string;
  number: number;
  originals: { original: string; digest: string }[];
  /** The parties that have signed by certificate. */
  own: string[];
  exchange: Terms["exchange"];
};

/** Each original with the signatures by its parties' own keys, one on top of the other. */
async function signedOriginals(
  db: Db,
  { agreement, number, originals, own, exchange }: Own,
): Promise<Omit<SignedOriginal, "consents" | "unsigned">[]> {
  const rows = await db
    .selectFrom("certificate_signatures")
    .select(["original", "party", "base_digest", "digest"])
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .orderBy("position")
    .execute();
  return originals.map(({ original, digest }) => {
    let file = digest;
    const signed = rows.filter((row) => row.original === original);
    for (const row of signed) {
      if (row.base_digest !== file) {
        throw new Refusal("integrity-error", `${row.party} has signed another file.`);
      }
      file = row.digest;
    }
    const parties = signed.map(({ party }) => party);
    const wanted = exchange ? own.filter((party) => party === original) : own;
    if (parties.toSorted().join() !== wanted.toSorted().join()) {
      throw new Refusal("integrity-error", "The signatures in the file are not those on record.");
    }
    return { original, digest, file, signed: parties.map((party) => `Party-${party}`) };
  });
}
