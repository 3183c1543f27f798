import { createContext, useContext } from "react";

/** The text that terms belong to: its languages, its articles by number and name, and its parties in order. */
export type TextOfTerms = {
  languages: string[];
  articles: { number: number; name: string }[];
  parties: { code: string; name: string }[];
};

const Text = createContext<TextOfTerms>({ languages: [], articles: [], parties: [] });

/** Around fields of terms. */
export const TextOfTermsIs = Text.Provider;

export function useTextOfTerms(): TextOfTerms {
  return useContext(Text);
}
