import { Button, Checkbox, Fieldset, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ErrorAlert } from "../../../shell/error-alert.tsx";
import { ClauseFields } from "./clause-fields.tsx";
import { type DraftDescription, type Template, variablesOf } from "./description.ts";
import { ExchangeField } from "./exchange-field.tsx";
import { GivenWordsFields } from "./given-words-fields.tsx";
import { InvitedPartiesField } from "./invited-parties-field.tsx";
import { LanguagesField } from "./languages-field.tsx";
import { kindOfVariable } from "./schema.ts";
import { SubjectsField } from "./subjects-field.tsx";
import { VariableField } from "./variable-field.tsx";
import { ZoneField } from "./zone-field.tsx";

type Props = {
  template: Template;
  given: DraftDescription;
  change: (change: Partial<DraftDescription>) => void;
  parties: { value: string; label: string }[];
  errorOf: (pointer: string) => string | undefined;
  error: unknown;
  busy: boolean;
  create: () => void;
};

/** The form for a new agreement. */
export function NewForm(props: Props) {
  const { template, given, change, parties, errorOf, error, busy, create } = props;
  const { t } = useTranslation("new-agreement");
  const variables = variablesOf(template, given);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        create();
      }}
    >
      <Stack gap="lg">
        <Fieldset legend={t("who")}>
          <Stack>
            <InvitedPartiesField given={given} change={change} error={errorOf("/parties")} />
            {given.parties.length === 2 && <ExchangeField given={given} change={change} />}
          </Stack>
        </Fieldset>
        <Fieldset legend={t("languagesLegend")}>
          <LanguagesField template={template} given={given} change={change} errorOf={errorOf} />
        </Fieldset>
        <GivenWordsFields template={template} given={given} change={change} errorOf={errorOf} />
        {variables.length > 0 && (
          <Fieldset legend={t("details")}>
            <Stack>
              {variables.map(([name, property]) => (
                <VariableField
                  key={name}
                  property={property}
                  value={given.variables[name]}
                  error={errorOf(`/variables/${name}`)}
                  errorIn={(language) => errorOf(`/variables/${name}/${language}`)}
                  languages={given.languages}
                  parties={parties.filter(({ value }) => given.parties.includes(value))}
                  write={(value) => change({ variables: { ...given.variables, [name]: value } })}
                />
              ))}
              {variables.some(([, property]) => kindOfVariable(property) === "number") && (
                <Checkbox
                  label={t("figures")}
                  checked={given.figures === true}
                  onChange={(event) => change({ figures: event.currentTarget.checked })}
                />
              )}
            </Stack>
          </Fieldset>
        )}
        {Object.keys(template.clauses).length > 0 && (
          <Fieldset legend={t("finalClauses")}>
            <ClauseFields template={template} given={given} change={change} errorOf={errorOf} />
          </Fieldset>
        )}
        <Fieldset legend={t("subject")}>
          <Stack>
            <ZoneField
              template={template}
              given={given}
              change={change}
              error={errorOf("/terms/zone")}
            />
            <SubjectsField given={given} change={change} />
          </Stack>
        </Fieldset>
        <ErrorAlert error={error} />
        <Button type="submit" size="md" loading={busy}>
          {t("create")}
        </Button>
      </Stack>
    </form>
  );
}
