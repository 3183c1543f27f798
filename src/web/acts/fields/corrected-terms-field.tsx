import { useQuery } from "@tanstack/react-query";
import { type Terms, termNames } from "#src/text/terms-in-words.ts";
import { ChosenTerms } from "../../terms/fields/chosen-terms.tsx";
import { TextOfTermsIs } from "../../terms/fields/text-of-terms.ts";
import { useForms } from "../../text/around-text.tsx";
import { textsQuery } from "../../text/read-text.ts";
import { useFormat } from "../../words/format.ts";
import type { ChangedTerms } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** All but the zone, in which every day on record was counted, and how the text was concluded, which is a fact. */
const correctable = termNames.filter((term) => term !== "zone" && term !== "exchange");

/** The terms on record that are wrong, as the parties had agreed them. */
export function CorrectedTermsField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { language, party: nameOf } = useFormat();
  const { article } = useForms(language);
  const { data: texts = [] } = useQuery(textsQuery(agreement.id, agreement.textVersion));
  const read = texts.find((one) => one.language === language) ?? texts[0];
  const articles = (read?.parts ?? [])
    .filter(({ kind }) => kind === "article")
    .map(({ number, heading }) => ({
      number,
      name: `${article(number)} · ${heading}`,
    }));
  const parties = agreement.parties.map(({ code, names }) => ({ code, name: nameOf(code, names) }));
  return (
    <TextOfTermsIs value={{ languages: agreement.languages, articles, parties }}>
      <ChosenTerms
        label={label}
        hint={hint}
        from={correctable}
        before={agreement.terms as Terms}
        changed={(values[field.name] as ChangedTerms | undefined) ?? {}}
        write={(changed) => set({ [field.name]: changed })}
        writable
      />
    </TextOfTermsIs>
  );
}
