import type { Around } from "#src/text/forms.ts";
import type { Given } from "#src/text/language/given.ts";
import type { AgreementRow } from "../find.ts";

/** What an agreement says of what is printed around its texts. */
export function aroundOf({
  given_languages: given,
  headings,
}: Pick<AgreementRow, "given_languages" | "headings">): Around {
  return { given: given as Given, headings };
}
