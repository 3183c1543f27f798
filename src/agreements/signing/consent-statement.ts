import { sha256 } from "#src/bytes/sha256.ts";
import type { Context } from "#src/context.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { canonicalJson } from "#src/evidence/canonical-json.ts";
import { latestCheckpoint } from "#src/evidence/read-checkpoint.ts";
import { credentialFor } from "#workflows/conditions/authority.ts";
import type { Exchange } from "#workflows/exchange.ts";
import type { Facts } from "#workflows/facts.ts";
import type { CivilDate, SigningAct } from "#workflows/terms.ts";
import type { AgreementRow } from "../find.ts";
import type { NewReservation } from "../force/reservations.ts";

/** Names the act and the format, so that a digest of this statement is a consent to nothing else. */
const version = "depositary/sign/v2";

/** The signatory's choice: this original, in this form, with these reservations. */
export type Chosen = {
  /** sha-256 of the original that was shown, or over all of them with the alternat. */
  original: string;
  as: SigningAct;
  /** Whether the party considers the instrument binding under international law. */
  binding: boolean;
  reservations: NewReservation[];
};

/** By what authority the signatory signs: a verified record, none because the terms ask for none, or none yet. */
type Authority =
  | { kind: "full-powers" | "ex-officio"; credential: string }
  | { kind: "dispensed" | "unverified" };

/**
 * Everything that a consent by signature says, the same for all methods (ADR 0103). Its digest is the passkey's
 * challenge, the subject of a code, and what a party's own certificate signs.
 */
export type ConsentStatement = Chosen & {
  statement: typeof version;
  /** The name of the log that records the consent. */
  log: string;
  agreement: string;
  /** The number of the text version, and the digest of its texts. */
  version: number;
  text: string;
  /** sha-256 of each original that the consent covers, by `common` or a party's code. */
  originals: Record<string, string>;
  /** In an exchange: what is exchanged. The party signs its own original only (VCLT article 13). */
  exchange?: Exchange["of"];
  party: string;
  person: string;
  authority: Authority;
  /** The id of the challenge, code or preparation; valid once. */
  nonce: string;
};

type Act = Chosen & { party: string; person: string; on: CivilDate; nonce: string };
type Of = { agreement: Pick<AgreementRow, "id" | "text_version">; facts: Facts };

/** Builds the statement of this act from the agreement's current record. */
export async function stateConsent(
  ctx: Context,
  db: Db | Tx,
  { agreement, facts }: Of,
  { original, as, binding, reservations, party, person, on, nonce }: Act,
): Promise<ConsentStatement> {
  const originals = await db
    .selectFrom("originals")
    .select(["original", "digest"])
    .where("agreement", "=", agreement.id)
    .where("number", "=", agreement.text_version)
    .execute();
  return {
    statement: version,
    log: await nameOfLog(ctx, db),
    agreement: agreement.id,
    version: agreement.text_version,
    text: facts.digest,
    original,
    originals: Object.fromEntries(originals.map(({ original, digest }) => [original, digest])),
    ...(facts.terms.exchange && { exchange: facts.terms.exchange.of }),
    as,
    binding,
    party,
    person,
    authority: authorityOf(facts, { party, person, on }),
    reservations: plain(reservations),
    nonce,
  };
}

/** sha-256 (hex) of the statement's canonical JSON. */
export function consentDigest(statement: ConsentStatement): Promise<string> {
  return sha256(canonicalJson(statement));
}

/** What the evidence keeps besides, so that the statement can be rebuilt from the entry alone. */
export function keptOf(
  { statement, log, version, text, originals, exchange, authority, nonce }: ConsentStatement,
  digest: string,
) {
  const kept = { statement, log, version, text, originals, authority, nonce, digest };
  return exchange ? { ...kept, exchange } : kept;
}

function authorityOf(
  facts: Facts,
  who: { party: string; person: string; on: CivilDate },
): Authority {
  if (facts.terms.authority === "dispensed") return { kind: "dispensed" };
  const found = credentialFor(facts, { ...who, deed: "sign" });
  return found ? { kind: found.kind, credential: found.id } : { kind: "unverified" };
}

/** The reservations as stated, without the ids that we assign. */
function plain(reservations: NewReservation[]): NewReservation[] {
  return reservations.map(({ kind, language, text, articles }) => ({
    kind,
    language,
    text,
    articles,
  }));
}

/** The log's name, known to the holder of its key; on the edge, the name in the last checkpoint. */
async function nameOfLog({ keys }: Context, db: Db | Tx): Promise<string> {
  if (keys) return keys.log.origin;
  const vkey = (await latestCheckpoint(db))?.vkey;
  if (!vkey) {
    throw new Refusal("not-at-the-edge", "The evidence log has not begun. Start the full service.");
  }
  return vkey.slice(0, vkey.indexOf("+"));
}
