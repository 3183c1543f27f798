import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { peopleQuery } from "../../api/people.ts";
import { useFormat } from "../../words/format.ts";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** A representative of the party chosen above. */
export function PersonField({ field: { name }, values, set, agreement, label, hint }: FieldProps) {
  const { t } = useTranslation("agreement");
  const { worded, line } = useFormat();
  const { data: people = [] } = useQuery(peopleQuery);
  const party = text(values, "party");
  const signatory = agreement.parties.find(({ code }) => code === party)?.signatory;
  const own = people.filter((one) => one.party === party && one.roles.includes("representative"));
  const known = signatory && !own.some(({ id }) => id === signatory.id) ? [signatory] : [];
  return (
    <Select
      label={label}
      description={hint}
      required
      disabled={party === ""}
      placeholder={party === "" ? t("firstParty") : undefined}
      nothingFoundMessage={t("nobodyOfParty")}
      searchable
      value={text(values, name) || null}
      data={[...known, ...own].map(({ id, names, titles }) => ({
        value: id,
        label: line(worded(names), worded(titles)),
      }))}
      onChange={(next) => set({ [name]: next ?? "" })}
    />
  );
}
