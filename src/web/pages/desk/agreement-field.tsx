import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import type { DeskEntry } from "../../api/contract.d.ts";
import { useFormat } from "../../words/format.ts";

type Props = {
  value: string;
  /** The agreement of the entry, which the search may not find. */
  known: DeskEntry["agreement"];
  set: (agreement: string) => void;
};

/** The agreement that a paper is about, found by its reference or by words in it. */
export function AgreementField({ value, known, set }: Props) {
  const { t } = useTranslation("desk");
  const { worded, line } = useFormat();
  const [words, setWords] = useState("");
  const [q] = useDebouncedValue(words.trim(), 250);
  const { data = [] } = useQuery({
    queryKey: ["agreements", "desk", q],
    queryFn: async () => {
      const query = { limit: "20", ...(q && { q }) };
      return (await (await api.agreements.$get({ query })).json()).items;
    },
  });
  const others = data.filter(({ id }) => id !== known?.id);
  return (
    <Select
      label={t("field.agreement")}
      description={t("hint.agreement")}
      searchable
      clearable
      value={value || null}
      data={[...(known ? [known] : []), ...others].map(({ id, reference, title }) => ({
        value: id,
        label: line(reference, worded(title)),
      }))}
      filter={({ options }) => options}
      onSearchChange={setWords}
      onChange={(next) => set(next ?? "")}
    />
  );
}
