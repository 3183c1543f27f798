import { Checkbox, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Terms } from "#src/text/terms-in-words.ts";
import { ZoneSelect } from "../../shell/zone-select.tsx";
import { useFormat } from "../../words/format.ts";
import { useTerms } from "../use-terms.ts";
import { ChoiceField } from "./choice-field.tsx";
import { CountField } from "./count-field.tsx";
import type { FieldProps } from "./field-props.ts";
import { useTextOfTerms } from "./text-of-terms.ts";

/** The values of the terms that are one choice. */
const choices = {
  binding: [true, false],
  provisional: ["none", "from-signature"],
  accession: [true, false],
  settlement: ["silent", "negotiation", "conciliation", "arbitration", "court"],
  depositary: ["office", "none"],
  alternat: ["none", "small", "large"],
  authentication: ["officers", "initials", "signature"],
  authority: ["full-powers", "dispensed"],
  clearance: [true, false],
} as const satisfies { [term in keyof Terms]?: readonly Terms[term][] };

/** A term that is one choice; each value is offered in the words of its sentence. */
export function SimpleField({
  term,
  name,
  terms,
  set,
}: FieldProps & { term: keyof typeof choices }) {
  const { sentence } = useTerms();
  const values: readonly (string | boolean)[] = choices[term];
  const options = values.map(
    (value) => [String(value), sentence({ ...terms, [term]: value }, term)] as const,
  );
  return (
    <ChoiceField
      label={name}
      value={String(terms[term])}
      options={options}
      onChange={(key) => set({ [term]: values.find((value) => String(value) === key) })}
    />
  );
}

const ways = ["definitive", "ad-referendum", "subject-to-ratification"] as const;

export function ConsentField({ name, terms, set }: FieldProps) {
  const { sentence } = useTerms();
  const { consent } = terms;
  return (
    <Checkbox.Group
      label={name}
      value={consent}
      onChange={(chosen) => {
        const next = ways.filter((way) => chosen.includes(way));
        // A text has at least one way to consent.
        if (next.length === 0) return;
        // Instruments that follow no signature would contradict it.
        const none = next.includes("subject-to-ratification") ? {} : { consentBy: undefined };
        set({ consent: next, ...none });
      }}
    >
      <Stack gap="xs" mt="xs">
        {ways.map((way) => (
          <Checkbox
            key={way}
            value={way}
            label={sentence({ ...terms, consent: [way] }, "consent")}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

export function PrevailingField({ name, terms, set }: FieldProps) {
  const { sentence } = useTerms();
  const { languageName } = useFormat();
  const { languages } = useTextOfTerms();
  const options = [
    ["", sentence({ ...terms, prevailing: null }, "prevailing")] as const,
    ...languages.map((tag) => [tag, languageName(tag)] as const),
  ];
  return (
    <ChoiceField
      label={name}
      value={terms.prevailing ?? ""}
      options={options}
      onChange={(tag) => set({ prevailing: tag === "" ? null : tag })}
    />
  );
}

export function MinimumField({ terms: { minimumParties }, set }: FieldProps) {
  const { t } = useTranslation("terms");
  return (
    <CountField
      label={t("field.minimum")}
      empty={t("field.noMinimum")}
      value={minimumParties ?? undefined}
      minimum={2}
      maximum={200}
      onChange={(number) => set({ minimumParties: number ?? null })}
    />
  );
}

export function ObjectionDaysField({ terms: { objectionDays }, set }: FieldProps) {
  const { t } = useTranslation("terms");
  return (
    <CountField
      label={t("field.objectionDays")}
      value={objectionDays}
      minimum={1}
      maximum={365}
      onChange={(days) => set({ objectionDays: days ?? objectionDays })}
    />
  );
}

export function ZoneField({ name, terms: { zone }, set }: FieldProps) {
  return (
    <ZoneSelect label={name} value={zone} likely={zone} onChange={(to) => set({ zone: to })} />
  );
}
