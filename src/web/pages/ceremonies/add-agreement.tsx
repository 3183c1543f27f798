import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { useFormat } from "../../words/format.ts";
import classes from "./ceremony.module.css";

type Props = { present: string[]; add: (agreement: string) => void };

/** Adds an agreement to the end of the run sheet. Its seats follow protocol. */
export function AddAgreement({ present, add }: Props) {
  const { t } = useTranslation("ceremonies");
  const { worded, line } = useFormat();
  const [words, setWords] = useState("");
  const [q] = useDebouncedValue(words.trim(), 250);
  const { data = [] } = useQuery({
    queryKey: ["agreements", "for-ceremony", q],
    queryFn: async () => {
      const query = { limit: "30", ...(q && { q }) };
      return (await (await api.agreements.$get({ query })).json()).items;
    },
  });
  const open = data.filter(
    ({ id, stage }) => !present.includes(id) && /^(draft|review|sign)/.test(stage),
  );
  return (
    <Select
      className={classes.screen}
      label={t("add")}
      placeholder={t("addHint")}
      searchable
      nothingFoundMessage={t("nothingFound")}
      searchValue={words}
      onSearchChange={setWords}
      value={null}
      data={open.map(({ id, reference, title }) => ({
        value: id,
        label: line(reference, worded(title)),
      }))}
      filter={({ options }) => options}
      onChange={(chosen) => {
        if (!chosen) return;
        add(chosen);
        setWords("");
      }}
    />
  );
}
