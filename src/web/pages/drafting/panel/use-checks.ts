import { useEffect, useState } from "react";
import { checkTexts, type ToldWarning, tellWarnings } from "#src/text/check-texts.ts";
import type { Terms } from "#src/text/terms-in-words.ts";
import type { Agreement } from "../../../api/agreement.ts";
import { useDesk } from "../desk.tsx";
import type { DraftStore } from "../model/draft-store.ts";

/** The checks of `GET …/checks`, run on the text and the terms being written, debounced, in the reader’s language. */
export function useChecks(agreement: Agreement, reader: string): ToldWarning[] {
  const { draft, terms } = useDesk();
  const { store } = draft;
  const [warnings, setWarnings] = useState<ToldWarning[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const check = () =>
      setWarnings((before) => checked(agreement, store, terms.status().terms, reader) ?? before);
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(check, 1500);
    };
    check();
    const stops = [store.subscribe(soon), terms.subscribe(soon)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [agreement, reader, store, terms]);
  return warnings;
}

/** Null while a text cannot be parsed into articles. The service reports the reason when it is saved. */
function checked(agreement: Agreement, store: DraftStore, terms: Terms, reader: string) {
  const { reference, title, layout } = agreement;
  const prevailing = terms.prevailing ?? undefined;
  const { languages } = store;
  const texts = Object.fromEntries(languages.map((tag) => [tag, store.markdown(tag)]));
  const parties = agreement.parties.map(({ code, names }) => ({ code, name: names }));
  try {
    const source = { reference, title, languages, layout, parties, texts };
    const warnings = checkTexts({ ...source, ...(prevailing && { prevailing }) }, terms);
    return tellWarnings(warnings, reader);
  } catch {
    return null;
  }
}
