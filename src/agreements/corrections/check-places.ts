import type { CorrectedPlace } from "#src/db/db.ts";
import { Refusal } from "#src/errors.ts";
import type { Around } from "#src/text/forms.ts";
import { problemWords } from "#src/text/problem-words.ts";
import { timesQuoted } from "#src/text/quoted-place.ts";
import type { VersionText } from "../text/read-source.ts";

/**
 * Checks that each change names one place: the quoted words stand in the article of the authentic text as corrected so
 * far, once, or as often as `nth` says. Words that stand nowhere make this a change of the text, not a correction.
 * @throws Refusal `place-not-unique` if they stand there more than once and no occurrence is named
 */
export function checkPlaces(
  texts: VersionText[],
  earlier: CorrectedPlace[],
  changes: CorrectedPlace[],
  around: Around,
): void {
  for (const [index, change] of changes.entries()) {
    const { language, nth } = change;
    const at = (field: string) => `/changes/${index}/${field}`;
    if (change.found === change.corrected) {
      throw noSuchPlace(at("corrected"), "is what the text says already");
    }
    const markdown = texts.find((one) => one.language === language)?.markdown ?? "";
    const before = earlier.filter((one) => one.language === language);
    const times = timesQuoted(markdown, language, before, change, around);
    if (!times) {
      const field = times === null ? "article" : "found";
      throw noSuchPlace(at(field), "does not stand in the authentic text");
    }
    if (nth === undefined && times > 1) {
      throw new Refusal("place-not-unique", problemWords("place-not-unique", "en"), {
        errors: [
          { pointer: at("nth"), detail: `is missing: the words stand there ${times} times` },
        ],
      });
    }
    if (nth !== undefined && nth > times) {
      throw noSuchPlace(at("nth"), `is too high: the words stand there ${times} times`);
    }
    if (changes.findIndex((one) => isSame(one, change)) !== index) {
      throw noSuchPlace(at("found"), "is corrected twice");
    }
  }
}

function isSame(one: CorrectedPlace, other: CorrectedPlace): boolean {
  return (
    one.language === other.language &&
    one.article === other.article &&
    one.found === other.found &&
    (one.nth ?? 1) === (other.nth ?? 1)
  );
}

function noSuchPlace(pointer: string, detail: string): Refusal {
  return new Refusal("malformed-request", "The text has no such place.", {
    errors: [{ pointer, detail }],
  });
}
