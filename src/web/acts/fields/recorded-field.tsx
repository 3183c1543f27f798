import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { participationQuery } from "../../api/participation.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** A claim, or a suspension between some of the parties, that is on record and goes on. */
export function RecordedField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { t } = useTranslation("agreement");
  const { day, line, list } = useFormat();
  const nameOf = usePartyName();
  const { data } = useQuery(participationQuery(agreement.id));
  const claims = (data?.claims ?? [])
    .filter(({ revokedOn }) => revokedOn === null)
    .map(({ id, party, ground, on }) => ({
      value: id,
      label: line(nameOf(party), t(`choice.ground-${ground}`), day(on)),
    }));
  const suspensions = (data?.suspensions ?? [])
    .filter(({ resumedOn }) => resumedOn === null)
    .map(({ id, parties, from }) => ({
      value: id,
      label: line(list(parties.map(nameOf)), day(from)),
    }));
  return (
    <Select
      label={label}
      description={hint}
      required
      allowDeselect={false}
      value={text(values, field.name) || null}
      data={field.options?.includes("claim") ? claims : suspensions}
      onChange={(next) => set({ [field.name]: next ?? "" })}
    />
  );
}
