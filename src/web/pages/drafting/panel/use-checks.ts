import { useEffect, useState } from "react";
import { checkTexts, type Warning } from "#src/text/check-texts.ts";
import type { Agreement } from "../../../api/agreement.ts";
import { useDesk } from "../desk.tsx";

/** The checks of `GET …/checks`, run on the text being written, debounced. */
export function useChecks(agreement: Agreement): Warning[] {
  const { store } = useDesk().draft;
  const [warnings, setWarnings] = useState<Warning[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const check = () => setWarnings((before) => checked(agreement, store) ?? before);
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(check, 1500);
    };
    check();
    const stop = store.subscribe(soon);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [agreement, store]);
  return warnings;
}

/** Null while a text cannot be parsed into articles. The service reports the reason when it is saved. */
function checked(agreement: Agreement, store: ReturnType<typeof useDesk>["draft"]["store"]) {
  const { reference, title, layout, terms } = agreement;
  const prevailing = agreement.prevailing ?? undefined;
  const { languages } = store;
  const texts = Object.fromEntries(languages.map((tag) => [tag, store.markdown(tag)]));
  const parties = agreement.parties.map(({ code, names }) => ({ code, name: names }));
  try {
    const source = { reference, title, languages, layout, parties, texts };
    return checkTexts({ ...source, ...(prevailing && { prevailing }) }, terms);
  } catch {
    return null;
  }
}
