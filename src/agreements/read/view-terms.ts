import type { Db } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { differenceSentence } from "#src/text/stated/difference-sentence.ts";
import type { CivilDate, StatedTerm, Terms } from "#workflows/terms.ts";
import { type DatedChange, termsBetween } from "#workflows/terms-between.ts";
import { readFacts } from "../facts.ts";
import type { AgreementRow } from "../find.ts";
import { type Dismissal, readDifferences, readDismissals } from "../text/differences.ts";

/** How many officers close a difference. */
const enough = 2;

export type DifferenceView = {
  key: string;
  term: StatedTerm;
  language: string;
  /** The article that says something else; null if the text says nothing. */
  article: number | null;
  /** What differs, in the reader's language. */
  detail: string;
  /** The words, as written. */
  found: string[];
  open: boolean;
  dismissals: Dismissal[];
};

export type TermsView = { textVersion: number; terms: Terms; differences: DifferenceView[] };

/** The current text's terms, and what its words say differently, with who has dismissed that. Two queries. */
export async function viewTerms(
  db: Db,
  { id, text_version, terms }: AgreementRow,
  language: string,
): Promise<TermsView> {
  const differences = await readDifferences(db, id, text_version);
  const dismissed = await readDismissals(db, id);
  return {
    textVersion: text_version,
    terms,
    differences: differences.map((one) => {
      const dismissals = dismissed.get(one.key) ?? [];
      return {
        key: one.key,
        term: one.term,
        language: one.language,
        article: one.article,
        detail: differenceSentence(one, language),
        found: one.found,
        open: dismissals.length < enough,
        dismissals,
      };
    }),
  };
}

export type TermsBetween = {
  on: CivilDate;
  terms: Terms;
  /** The amendments that apply between the two, oldest first. */
  changes: DatedChange[];
};

/**
 * The terms between two parties on a day: the instrument's own, as changed by the amendments that bind both (VCLT
 * articles 30(4) and 40). Throws the Refusal `not-found` for one that does not take part. One query.
 */
export async function viewTermsBetween(
  db: Db,
  { id }: AgreementRow,
  { parties, on }: { parties: [string, string]; on: CivilDate },
): Promise<TermsBetween> {
  const facts = await readFacts(db, id);
  if (!parties.every((code) => facts.parties.includes(code))) {
    throw new Refusal("not-found", "No such party takes part in the agreement.");
  }
  return { on, ...termsBetween(facts, { parties, on }) };
}
