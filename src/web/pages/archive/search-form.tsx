import { Button, Group, Select, SimpleGrid, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { partiesQuery } from "../../api/parties.ts";
import { SearchField } from "../../shell/search-field.tsx";
import { useFormat } from "../../words/format.ts";
import { goals, useGoals } from "../../words/goals.ts";
import { areas, textLanguages, useNames } from "../../words/names.ts";
import { type Criteria, type Criterion, useCriteria } from "./criteria.ts";

const stages = ["sign.sealing", "sign.sealFailed", "publish"];
const days = ["createdFrom", "createdTo", "publishedFrom", "publishedTo"] as const;

/** The search form: words first, then the filters. */
export function SearchForm() {
  const { t } = useTranslation("archive");
  const { found, change, all } = useCriteria();
  const { party, languageName } = useFormat();
  const { area, stage } = useNames();
  const { numbered } = useGoals();
  const parties = useQuery(partiesQuery).data ?? [];
  const [opened, { toggle }] = useDisclosure(days.some((name) => found[name]));
  const choice = (name: Criterion, data: { value: string; label: string }[]) => (
    <Select
      label={t(name as "party")}
      placeholder={t("any")}
      data={data}
      value={found[name] ?? null}
      onChange={(value) => change({ [name]: value ?? "" })}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("clear") }}
    />
  );
  const options = (values: readonly string[], label: (value: string) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <search>
      <SearchField
        label={t("words")}
        placeholder={t("example")}
        value={found.q ?? ""}
        onChange={(q) => change({ q }, true)}
      />
      <SimpleGrid cols={{ base: 2, md: 5 }} spacing="sm" mt="sm">
        {choice(
          "party",
          parties.map(({ code, names }) => ({ value: code, label: party(code, names) })),
        )}
        {choice("area", options(areas, area))}
        {choice(
          "goal",
          options(goals.map(String), (value) => numbered(Number(value))),
        )}
        {choice("language", options(textLanguages, languageName))}
        {choice("stage", options(stages, stage))}
        {opened && days.map((name) => <Day key={name} name={name} {...{ found, change }} />)}
      </SimpleGrid>
      <Group mt="xs" gap="xs">
        <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={opened}>
          {opened ? t("fewer") : t("more")}
        </Button>
        {Object.keys(found).length > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => all({})}>
            {t("clear")}
          </Button>
        )}
      </Group>
    </search>
  );
}

type Dated = {
  name: (typeof days)[number];
  found: Criteria;
  change: (changed: Criteria) => void;
};

function Day({ name, found, change }: Dated) {
  const { t } = useTranslation("archive");
  return (
    <TextInput
      type="date"
      label={t(name)}
      value={found[name] ?? ""}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
    />
  );
}
