import { createContext, useContext } from "react";

/** The text that terms belong to: its languages, and its articles by number and name. */
export type TextOfTerms = { languages: string[]; articles: { number: number; name: string }[] };

const Text = createContext<TextOfTerms>({ languages: [], articles: [] });

/** Around fields of terms. */
export const TextOfTermsIs = Text.Provider;

export function useTextOfTerms(): TextOfTerms {
  return useContext(Text);
}
