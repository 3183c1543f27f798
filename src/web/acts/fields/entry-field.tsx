import { List, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { participationQuery } from "../../api/participation.ts";
import { useParties } from "../../parties/use-parties.ts";
import { Loading } from "../../shell/loading.tsx";
import { useFormat } from "../../words/format.ts";
import type { FieldProps } from "./field.ts";

/** The day on which the instrument enters into force, for each party too, and how it is derived. */
export function EntryField({ agreement, label }: FieldProps) {
  const { t } = useTranslation("agreement");
  const { day } = useFormat();
  const { nameOf } = useParties();
  const { data } = useQuery(participationQuery(agreement.id));
  if (!data) return <Loading />;
  const found = [
    { name: t("theInstrument"), entry: data.entry },
    ...data.participants.map((one) => ({ name: nameOf(one.party), entry: one.entry })),
  ];
  return (
    <Stack gap="sm" component="section" aria-label={label}>
      {found.map(({ name, entry }) => (
        <div key={name}>
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
        </div>
      ))}
    </Stack>
  );
}
