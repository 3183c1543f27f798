import { Refusal } from "#src/errors.ts";
import type { Given } from "#src/text/language/given.ts";
import { givenFaults } from "#src/text/language/given-shape.ts";

type Wanted = {
  languages: string[];
  prevailing?: string | null | undefined;
  words?: Given | undefined;
  /** The languages that had words before. */
  before?: string[];
};

/** Throws a Refusal if the words that come with an agreement lack one that its texts need, or cannot be printed. */
export function checkWords({ languages, prevailing, words, before = [] }: Wanted): void {
  const gone = before
    .filter((language) => !words?.[language])
    .map((language) => ({ pointer: `/words/${language}`, detail: "is missing" }));
  const wanted = { languages, prevailing: prevailing ?? undefined, given: words };
  const errors = [...gone, ...givenFaults(wanted)];
  if (errors.length === 0) return;
  throw new Refusal("invalid-variables", "The words of a language are not complete.", { errors });
}
