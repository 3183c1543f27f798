import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { useFormat } from "../../words/format.ts";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** Another agreement, found by its reference or by words in it. */
export function SuccessorField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { t } = useTranslation("agreement");
  const { worded, line } = useFormat();
  const [words, setWords] = useState("");
  const [q] = useDebouncedValue(words.trim(), 250);
  const { data = [] } = useQuery({
    queryKey: ["agreements", "successor", q],
    queryFn: async () => {
      const query = { limit: "20", ...(q && { q }) };
      return (await (await api.agreements.$get({ query })).json()).items;
    },
  });
  return (
    <Select
      label={label}
      description={hint}
      required={!field.optional}
      clearable={field.optional ?? false}
      searchable
      nothingFoundMessage={t("nothingFound")}
      value={text(values, field.name) || null}
      data={data
        .filter(({ id }) => id !== agreement.id)
        .map(({ id, reference, title }) => ({
          value: id,
          label: line(reference, worded(title)),
        }))}
      filter={({ options }) => options}
      onSearchChange={setWords}
      onChange={(next) => set({ [field.name]: next ?? "" })}
    />
  );
}
