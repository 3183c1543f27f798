import { Button, Group, Select, SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SearchField } from "../../shell/search-field.tsx";
import { useFormat } from "../../words/format.ts";
import { useGoals } from "../../words/goals.ts";
import { textLanguages, useNames } from "../../words/names.ts";
import { type Narrowed, statisticsQuery } from "./register.ts";

type Props = {
  found: Narrowed;
  change: (changed: Narrowed, replace?: boolean) => void;
  clear: () => void;
};

/** The register's filters. Only values that occur are offered, with their counts. */
export function FilterForm({ found, change, clear }: Props) {
  const { t } = useTranslation("register");
  const { party, number, languageName } = useFormat();
  const { area } = useNames();
  const { numbered } = useGoals();
  const { parties = [], areas = [], goals = [], years = [] } = useQuery(statisticsQuery).data ?? {};
  const counted = (value: string, name: string, count: number) => ({
    value,
    label: t("counted", { name, shown: number(count) }),
  });
  const choice = (
    name: "party" | "area" | "goal" | "language" | "year",
    data: { value: string; label: string }[],
  ) => (
    <Select
      label={t(name)}
      placeholder={t("any")}
      data={data}
      value={found[name] ?? null}
      onChange={(value) => change({ [name]: value ?? "" })}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("clear") }}
    />
  );
  return (
    <search className="no-print" aria-label={t("filters")}>
      <SearchField label={t("words")} value={found.q ?? ""} onChange={(q) => change({ q }, true)} />
      <SimpleGrid cols={{ base: 2, md: 5 }} spacing="sm" mt="sm">
        {choice(
          "party",
          parties.map(({ code, names, count }) => counted(code, party(code, names), count)),
        )}
        {choice(
          "area",
          areas.map((one) => counted(one.area, area(one.area), one.count)),
        )}
        {choice(
          "goal",
          goals.map(({ goal, count }) => counted(String(goal), numbered(goal), count)),
        )}
        {choice(
          "language",
          textLanguages.map((tag) => ({ value: tag, label: languageName(tag) })),
        )}
        {choice(
          "year",
          years.map(({ year, count }) => counted(String(year), String(year), count)).reverse(),
        )}
      </SimpleGrid>
      {Object.keys(found).length > 0 && (
        <Group mt="xs">
          <Button variant="subtle" size="compact-sm" onClick={clear}>
            {t("clear")}
          </Button>
        </Group>
      )}
    </search>
  );
}
