import { Select } from "@mantine/core";
import { useForms } from "../../text/around-text.tsx";
import { useFormat } from "../../words/format.ts";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";
import { titleOf } from "./title-of.ts";

/** The article under which a party declares, or designates an authority, as the terms list them. */
export function RuleField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { language, line } = useFormat();
  const forms = useForms(language);
  const rules = (agreement.terms.declarations ?? []).filter(({ kind }) =>
    field.options?.includes(kind),
  );
  return (
    <Select
      label={label}
      description={hint}
      required
      allowDeselect={false}
      value={text(values, field.name) || null}
      data={rules.map(({ article, title }) => ({
        value: String(article),
        label: line(forms.article(article), titleOf(title, language)),
      }))}
      onChange={(next) => set({ [field.name]: next ?? "" })}
    />
  );
}
