import { createContext, useContext, useMemo } from "react";
import { type Forms, formsOf } from "#src/text/forms.ts";
import type { Given } from "#src/text/language/given.ts";

/** The words that came with the agreement of this page, for languages that we do not ship. */
export const GivenWords = createContext<Given | undefined>(undefined);

/** What the agreement prints around its text in a language. */
export function useForms(language: string): Forms {
  const given = useContext(GivenWords);
  return useMemo(() => formsOf(language, given), [language, given]);
}
