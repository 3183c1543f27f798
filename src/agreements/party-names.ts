import { sql } from "kysely";
import type { FormsOfNames, Worded } from "#src/db/columns.ts";
import type { Db, Tx } from "#src/db/db.ts";
import { formsOfParty, namesOfParty } from "#src/db/names-of-party.ts";
import { Refusal } from "#src/errors.ts";
import type { Named } from "#src/text/party-forms.ts";
import { namedIn } from "#src/text/party-name.ts";

/** The error; a refusal that mentions parties gets their names as they take part. */
export async function namingParties(tx: Tx, agreement: string, error: unknown): Promise<unknown> {
  if (!(error instanceof Refusal) || !error.extra.parties?.length) return error;
  const known = await namesIn(tx, agreement);
  const names = Object.fromEntries(known.map(({ code, name }) => [code, name]));
  return new Refusal(error.code, error.message, { ...error.extra, names });
}

/** Names an agreement's parties by their codes, as they take part, in a language. One query. */
export async function partyNamer(
  db: Db | Tx,
  agreement: string,
  language: string,
): Promise<(code: string) => string> {
  const nounOf = await partyNouns(db, agreement, language);
  return (code) => nounOf(code).name;
}

/** The same names with the forms that sentences need. One query. */
export async function partyNouns(
  db: Db | Tx,
  agreement: string,
  language: string,
): Promise<(code: string) => Named> {
  const known = new Map((await namesIn(db, agreement)).map((row) => [row.code, row]));
  return (code) => namedIn(known.get(code) ?? { code }, language);
}

async function namesIn(db: Db | Tx, agreement: string) {
  const { rows } = await sql<{ code: string; name: Worded; forms: FormsOfNames }>`
    SELECT p.code, ${namesOfParty} AS name, ${formsOfParty} AS forms
    FROM agreement_parties ap JOIN parties p ON p.code = ap.party
    WHERE ap.agreement = ${agreement}`.execute(db);
  return rows;
}
