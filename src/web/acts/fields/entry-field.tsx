import { List, Stack, Text, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { participationQuery } from "../../api/participation.ts";
import { useParties } from "../../parties/use-parties.ts";
import { Loading } from "../../shell/loading.tsx";
import { useFormat } from "../../words/format.ts";
import { dayOf, withDay } from "../entry-days.ts";
import type { FieldProps } from "./field.ts";

/**
 * The day on which the instrument enters into force, for each party too, and how it follows from the record. The
 * depositary may set another.
 */
export function EntryField({ agreement, label, values, set }: FieldProps) {
  const { t } = useTranslation("agreement");
  const { day } = useFormat();
  const { nameOf } = useParties();
  const { data } = useQuery(participationQuery(agreement.id));
  if (!data) return <Loading />;
  const found = [
    { code: "", name: t("theInstrument"), entry: data.entry, recorded: data.inForceOn },
    ...data.participants.map((one) => ({
      code: one.party,
      name: nameOf(one.party),
      entry: one.entry,
      recorded: one.inForceOn,
    })),
  ];
  return (
    <Stack gap="sm" component="section" aria-label={label}>
      {found.map(({ code, name, entry, recorded }) => (
        <div key={code}>
          <Text fw={600}>
            {entry?.state === "dated"
              ? t("dated", { name, day: day(entry.on) })
              : t("undated", { name })}
          </Text>
          <List size="sm">
            {entry?.reasons.map((reason) => (
              <List.Item key={reason}>{reason}</List.Item>
            ))}
          </List>
          {entry && !recorded && (
            <TextInput
              type="date"
              size="xs"
              mt={4}
              label={t("dayFor", { name })}
              value={dayOf(values, code)}
              onChange={({ currentTarget }) => set(withDay(values, code, currentTarget.value))}
            />
          )}
        </div>
      ))}
    </Stack>
  );
}
