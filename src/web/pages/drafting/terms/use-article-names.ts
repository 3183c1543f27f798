import { useForms } from "../../../text/around-text.tsx";
import { useFormat } from "../../../words/format.ts";
import { useDesk, useRows, useTextReading } from "../desk.tsx";

/** The articles of the text as it is written now, by number and heading in the reader's language or the first one. */
export function useArticleNames(): { number: number; name: string }[] {
  const { language } = useFormat();
  const { store } = useDesk().draft;
  const shown = store.languages.includes(language) ? language : (store.languages[0] ?? "en");
  const { headings } = useTextReading(shown);
  const forms = useForms(language);
  return useRows(store)
    .filter(({ kind }) => kind === "article")
    .map(({ number }) => ({
      number,
      name: `${forms.article(number)} · ${headings[number - 1] ?? ""}`,
    }));
}
