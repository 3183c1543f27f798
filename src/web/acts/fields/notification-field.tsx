import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { notificationsQuery } from "../../api/notifications.ts";
import { useFormat } from "../../words/format.ts";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** A choice of one of the agreement's notifications that is not cancelled. */
export function NotificationField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { line, party, worded } = useFormat();
  const { data } = useQuery(notificationsQuery(agreement.id));
  const standing = (data ?? []).filter(({ state }) => state !== "cancelled");
  return (
    <Select
      label={label}
      description={hint}
      required
      searchable
      value={text(values, field.name) || null}
      onChange={(number) => set({ [field.name]: number ?? "" })}
      data={standing.map(({ number, heading, party: of }) => ({
        value: number,
        label: line(number, of && party(of.code, of.names), worded(heading)),
      }))}
    />
  );
}
