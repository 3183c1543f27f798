import { Select, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../words/format.ts";
import { useClauseTopic } from "../clause-topic.ts";
import type { DraftDescription, Template } from "./description.ts";

type Props = {
  template: Template;
  given: DraftDescription;
  change: (change: Partial<DraftDescription>) => void;
  errorOf: (pointer: string) => string | undefined;
};

/** Chooses a wording for each article from the library, with the rule it is based on. */
export function ClauseFields({ template, given, change, errorOf }: Props) {
  const { t } = useTranslation("new-agreement");
  const { worded } = useFormat();
  const topicName = useClauseTopic();
  return (
    <Stack>
      {Object.entries(template.clauses).map(([topic, { default: preset, alternatives }]) => {
        const chosen = given.clauses[topic] ?? preset;
        const source = alternatives.find(({ name }) => name === chosen)?.source;
        return (
          <Select
            key={topic}
            label={topicName(topic)}
            description={
              source && (
                <>
                  {t("source")} <bdi lang="en">{source}</bdi>
                </>
              )
            }
            inputWrapperOrder={["label", "input", "description", "error"]}
            data={alternatives.map(({ name, label }) => ({ value: name, label: worded(label) }))}
            value={chosen}
            allowDeselect={false}
            disabled={alternatives.length < 2}
            error={errorOf(`/clauses/${topic}`)}
            onChange={(name) => name && change({ clauses: { ...given.clauses, [topic]: name } })}
          />
        );
      })}
    </Stack>
  );
}
