import { sql } from "kysely";
import type { Worded } from "#src/db/columns.ts";
import type { Db } from "#src/db/db.ts";
import { formsOfParty, namesOfParty } from "#src/db/names-of-party.ts";
import { worded } from "#src/people/person.ts";
import { beside } from "#src/text/beside.ts";
import { formatDate } from "#src/text/format-date.ts";
import { formatInstant } from "#src/text/format-instant.ts";
import { agreementWords, factLines } from "#src/text/letter-words.ts";
import { nameForLists } from "#src/text/parties-together.ts";
import { partyName, type SourceParty } from "#src/text/party-name.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { type AgreementLetter, rowOfLetter } from "#workflows/letters.ts";
import type { AgreementRow } from "../find.ts";

type Of = { letter: AgreementLetter; agreement: AgreementRow; number: number; seq: number | null };

/** What is on record of the occasion of a letter. */
export type LetterFacts = {
  /** In their order, as they take part. */
  parties: (SourceParty & { code: string })[];
  /** The person who did what the letter tells, with their party if they act for one; null if the service did. */
  by: { names: Worded; titles: Worded; party: string | null } | null;
  /** When what the letter asks for has to be done; null if there is no such time. */
  due: Date | null;
};

/** Reads them in one query. */
export async function letterFacts(db: Db, of: Of): Promise<LetterFacts> {
  const { letter, agreement, number, seq } = of;
  const kind = rowOfLetter(letter).deadline ?? null;
  const { rows } = await sql<Omit<LetterFacts, "due"> & { due: string | null }>`SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_object('code', p.code, 'name', ${namesOfParty},
        'forms', ${formsOfParty}) ORDER BY ap.position), '[]')
      FROM agreement_parties ap JOIN parties p ON p.code = ap.party
      WHERE ap.agreement = ${agreement.id}) AS parties,
    (SELECT jsonb_build_object('names', h.names, 'titles', h.titles, 'party', e.party)
      FROM evidence e JOIN people h ON h.id = e.person
      WHERE e.agreement = ${agreement.id} AND e.seq = ${seq}::int
        AND NOT ('service' = ANY (h.roles))) AS by,
    CASE ${kind}::text
      WHEN 'proposal' THEN (SELECT expires_at FROM proposals WHERE agreement = ${agreement.id}
        ORDER BY at DESC LIMIT 1)
      ELSE (SELECT due_at FROM deadlines WHERE agreement = ${agreement.id} AND number = ${number}
        AND kind = ${kind}) END AS due`.execute(db);
  const [row] = rows;
  if (!row) throw new Error("A SELECT without FROM gave no row.");
  return { ...row, due: row.due === null ? null : new Date(row.due) };
}

/** The same in the words of a language. The zone is the agreement's. */
export function factsInWords(
  { parties, by, due }: LetterFacts,
  { title, terms: { zone } }: Pick<AgreementRow, "title" | "terms">,
  language: string,
) {
  const names = parties.map((party) => partyName(party, language));
  const party = by?.party && parties.find(({ code }) => code === by.party);
  const person = by
    ? beside(
        [
          worded(by.names, language),
          worded(by.titles, language),
          party ? partyName(party, language) : "",
        ],
        language,
      )
    : "";
  const day = due && civilDate(due.toISOString(), zone);
  return {
    agreement: agreementWords(
      worded(title, language),
      parties.map((one) => nameForLists(one, language)),
      language,
    ),
    facts: factLines({ parties: names, person }, language),
    deadline: due ? formatInstant(due, language, { zone }) : "",
    until: day ? (formatDate(day, language) ?? day) : "",
  };
}
