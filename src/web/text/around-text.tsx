import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Around, type Forms, formsOf } from "#src/text/forms.ts";

/** What the agreement of this page says of what is printed around its texts. */
const Texts = createContext<Around>({});

/** What an agreement, or an entry of the register, says of it. */
type Said = { words: Around["given"]; headings: Around["headings"] };

/** Gives the texts within a page the headings of their agreement. */
export function AroundText({ of, children }: { of: Said | undefined; children: ReactNode }) {
  const { words, headings } = of ?? {};
  const around = useMemo(() => ({ given: words, headings }), [words, headings]);
  return <Texts value={around}>{children}</Texts>;
}

export function useAround(): Around {
  return useContext(Texts);
}

/** What the agreement prints around its text in a language. */
export function useForms(language: string): Forms {
  const around = useAround();
  return useMemo(() => formsOf(language, around), [language, around]);
}

export function aroundOf({ words, headings }: Said): Around {
  return { given: words, headings };
}
