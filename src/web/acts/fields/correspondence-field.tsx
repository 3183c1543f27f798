import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { receivedAbout } from "../../api/desk.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** The paper in the desk's register that the act follows from: received about this agreement, and not returned. */
export function CorrespondenceField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { line, day } = useFormat();
  const partyName = usePartyName();
  const { data = [] } = useQuery(receivedAbout(agreement.id));
  const party = text(values, "party");
  const open = data.filter(
    (entry) => entry.state !== "returned" && (party === "" || entry.party === party),
  );
  return (
    <Select
      label={label}
      description={hint}
      clearable
      searchable
      value={text(values, field.name) || null}
      data={open.map((entry) => ({
        value: entry.id,
        label: line(entry.reference, partyName(entry.party), entry.subject, day(entry.on)),
      }))}
      onChange={(next) => set({ [field.name]: next ?? "" })}
    />
  );
}
