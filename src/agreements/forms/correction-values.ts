import type { CorrectedPlace } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import { worded } from "#src/people/person.ts";
import type { ActForm, FormValues } from "#src/text/act-form.ts";
import { formLine } from "#src/text/fill-form.ts";
import { formsOf } from "#src/text/forms.ts";
import { partyName } from "#src/text/party-name.ts";
import { termInWords, termNames } from "#src/text/terms-in-words.ts";
import { languageList, nameOfText } from "#src/text/testimonium.ts";
import { civilDate } from "#workflows/civil-date.ts";
import type { Headings } from "#workflows/headings.ts";
import type { SomeTerms, Terms } from "#workflows/terms.ts";
import type { Known } from "./known.ts";
import { dayIn } from "./values.ts";

/** The values of a procès-verbal of correction (VCLT article 79). Throws a Refusal if none was made. */
export function ofCorrection(
  { correction, headings }: Known,
  form: ActForm,
  now: Terms,
  language: string,
): FormValues {
  if (!correction) throw new Refusal("not-found", "No correction has been made.");
  const { number, ground, changes, right, terms, reason, until, agreed, from, why } = correction;
  const { zone } = now;
  const dayOf = (at: string) => dayIn(civilDate(at, zone), language);
  return {
    keeper: { line: now.depositary === "none" ? "office" : "depositary" },
    number: String(number),
    ground: { line: ground },
    proposed_on: dayOf(correction.proposedAt),
    consent: agreed
      ? { line: "all_agreed" }
      : { line: "nobody_objected", values: { until: dayIn(until, language) } },
    until: dayIn(until, language),
    on: dayOf(correction.at),
    effect: from
      ? { line: "from_day", values: { from: dayIn(from, language), why } }
      : { line: "from_beginning" },
    reason,
    officer: worded(correction.by, language),
    corrections: changesIn(changes, { form, headings, language }),
    right: right.map((text) => ({
      language: nameOfText(text.language, language),
      reason: text.reason,
    })),
    terms: correctedInWords(terms ?? {}, now, language),
  };
}

/**
 * The values of a procès-verbal that corrects a certified copy (VCLT article 79(6)). Throws a Refusal if there is none.
 */
export function ofCopyCorrection(
  { copyCorrection, headings }: Known,
  form: ActForm,
  { zone }: Pick<Terms, "zone">,
  language: string,
): FormValues {
  if (!copyCorrection) throw new Refusal("not-found", "No such copy has been corrected.");
  const { serial, changes, reason, at, by } = copyCorrection;
  return {
    serial: String(serial),
    on: dayIn(civilDate(at, zone), language),
    corrections: changesIn(changes, { form, headings, language }),
    reason,
    officer: worded(by, language),
  };
}

/** Each corrected place: its language, where it is, and the words. */
function changesIn(
  changes: CorrectedPlace[],
  { form, headings, language }: { form: ActForm; headings: Headings; language: string },
) {
  const { article } = formsOf(language, { headings });
  const said = (line: string, values: Record<string, string> = {}) =>
    formLine(form, language, { line, values });
  return changes.map(({ nth, ...change }) => ({
    ...change,
    language: nameOfText(change.language, language),
    article: String(change.article),
    where:
      (change.article === 0 ? said("head") : article(change.article)) +
      (nth === undefined ? "" : said("occurrence", { nth: String(nth) })),
  }));
}

/** The corrected terms as they now read. */
function correctedInWords(corrected: SomeTerms, now: Terms, language: string) {
  const namers = {
    day: (date: string) => dayIn(date, language),
    languageName: (tag: string) => languageList([tag], language),
    zoneName: (zone: string) => zone,
    partyName: (code: string) => partyName({ code }, language),
  };
  return termNames
    .filter((term) => term in corrected || (term === "reservations" && corrected.reservationRules))
    .map((term) => {
      const { name, sentence } = termInWords(now, term, language, namers);
      return { name, sentence };
    });
}
