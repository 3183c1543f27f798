import type { Tx } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Person } from "#src/people/person.ts";
import type { Act } from "#workflows/acts.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { checkRight, judge } from "../act.ts";
import { readFacts } from "../facts.ts";
import { type AgreementRow, findAgreement } from "../find.ts";

/**
 * Returns the agreement if the person can revise its text in this language now. The working text itself is not an act.
 * Throws a Refusal if it cannot be revised, or if no revision was named.
 */
export async function checkWorking(
  tx: Tx,
  { agreement: id, language, person, seen }: Writing,
  at: Date,
): Promise<AgreementRow> {
  const agreement = await findAgreement(tx, id, person);
  const act: Act = { type: "revise-text", by: person.id, languages: [language], terms: false };
  checkRight({ person, act });
  const facts = await readFacts(tx, id);
  const today = civilDate(at.toISOString(), facts.terms.zone);
  const command = { agreement: id, person, version: "any", act, request: null } as const;
  judge({ agreement, facts, today }, command);
  if (seen === null) {
    throw new Refusal("version-required", "Send the revision you have seen in If-Match.");
  }
  return agreement;
}

export type Writing = {
  agreement: string;
  language: string;
  person: Person;
  /** The revision that the writer saw; null if none was named. */
  seen: number | null;
};
