import { Checkbox, MultiSelect, SimpleGrid } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useNames } from "../../../words/names.ts";
import type { DraftDescription } from "./description.ts";

const areas = [
  "partnerships-and-networking",
  "capacity-building",
  "peer-learning",
  "research-and-knowledge-management",
];
const goals = Array.from({ length: 17 }, (_, index) => index + 1);

type Props = { given: DraftDescription; change: (change: Partial<DraftDescription>) => void };

/** The hub's areas of work, and the Goals that the agreement serves. */
export function SubjectsField({ given, change }: Props) {
  const { t } = useTranslation("new-agreement");
  const { area } = useNames();
  return (
    <>
      <Checkbox.Group
        label={t("areas")}
        value={given.areas}
        onChange={(chosen) => change({ areas: areas.filter((name) => chosen.includes(name)) })}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt={6}>
          {areas.map((name) => (
            <Checkbox key={name} value={name} label={area(name)} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <MultiSelect
        label={t("goals")}
        data={goals.map((number) => ({
          value: String(number),
          label: `${number}. ${t(`goal.${number}` as "goal.1")}`,
        }))}
        value={given.goals.map(String)}
        onChange={(chosen) => change({ goals: chosen.map(Number) })}
        searchable
        clearable
        maxDropdownHeight={280}
      />
    </>
  );
}
