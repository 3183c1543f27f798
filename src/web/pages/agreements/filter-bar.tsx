import { CloseButton, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Filters } from "../../api/agreements.ts";
import { partiesQuery } from "../../api/parties.ts";
import { stagesInOrder } from "../../api/stages.ts";
import { useFormat } from "../../words/format.ts";
import { useNames } from "../../words/names.ts";

const areas = [
  "partnerships-and-networking",
  "capacity-building",
  "peer-learning",
  "research-and-knowledge-management",
];
type Props = {
  filters: Filters;
  show: (next: Record<string, string | undefined>) => void;
  withStage: boolean;
};

/** The filters of the list. They are in the address, so that it can be saved and shared. */
export function FilterBar({ filters, show, withStage }: Props) {
  const { t } = useTranslation("agreements");
  const { party } = useFormat();
  const { area, stage } = useNames();
  const parties = useQuery(partiesQuery).data ?? [];
  const [words, setWords] = useState(filters.q ?? "");
  const search = useDebouncedCallback((q: string) => show({ q }), 300);
  useEffect(() => setWords(filters.q ?? ""), [filters.q]);
  const write = (q: string) => {
    setWords(q);
    search(q);
  };
  return (
    <Group gap="sm" align="end" role="search" aria-label={t("filters")}>
      <TextInput
        label={t("search")}
        value={words}
        onChange={({ currentTarget }) => write(currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden />}
        rightSection={
          words ? <CloseButton aria-label={t("clear")} onClick={() => write("")} /> : null
        }
        flex="1 1 16rem"
        dir="auto"
      />
      {withStage && (
        <Select
          label={t("column.stage")}
          value={filters.stage ?? null}
          onChange={(value) => show({ stage: value ?? undefined })}
          data={stagesInOrder.map((value) => ({ value, label: stage(value) }))}
          clearable
          flex="1 1 10rem"
        />
      )}
      <Select
        label={t("party")}
        value={filters.party ?? null}
        onChange={(value) => show({ party: value ?? undefined })}
        data={parties.map(({ code, names }) => ({ value: code, label: party(code, names) }))}
        searchable
        clearable
        flex="1 1 12rem"
      />
      <Select
        label={t("area")}
        value={filters.area ?? null}
        onChange={(value) => show({ area: value ?? undefined })}
        data={areas.map((value) => ({ value, label: area(value) }))}
        clearable
        flex="1 1 12rem"
      />
    </Group>
  );
}
