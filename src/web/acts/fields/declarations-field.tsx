import { Textarea } from "@mantine/core";
import { useForms } from "../../text/around-text.tsx";
import { useFormat } from "../../words/format.ts";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";
import { titleOf } from "./title-of.ts";

/** The declarations that the text requires or permits with an instrument. Renders nothing if it has none. */
export function DeclarationsField({ values, set, agreement, label }: FieldProps) {
  const { language, line } = useFormat();
  const forms = useForms(language);
  const rules = (agreement.terms.declarations ?? []).filter(({ kind }) => kind === "declaration");
  return rules.map(({ article, title, mandatory }) => {
    const name = `declared:${article}`;
    return (
      <Textarea
        key={article}
        label={line(label, forms.article(article), titleOf(title, language))}
        required={mandatory}
        autosize
        minRows={2}
        maxRows={12}
        dir="auto"
        value={text(values, name) === "" ? "" : String(values[name])}
        onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
      />
    );
  });
}
