import { Radio, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { directionOf } from "#src/text/languages.ts";
import { participationQuery } from "../../api/participation.ts";
import { useParties } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";
import { text } from "../form.ts";
import type { FieldProps } from "./field.ts";

/** A choice of one of the reservations in effect, shown in its own words. */
export function ReservationField({ field, values, set, agreement, label, hint }: FieldProps) {
  const { t } = useTranslation("agreement");
  const { nameOf } = useParties();
  const { line } = useFormat();
  const { data } = useQuery(participationQuery(agreement.id));
  const takesWithdrawn = field.options?.includes("withdrawn") ?? false;
  const { options = ["reservation", "declaration"], optional } = field;
  const standing = (data?.participants ?? []).flatMap(({ party, reservations }) =>
    reservations
      .filter(({ kind, withdrawn }) => options.includes(kind) && (!withdrawn || takesWithdrawn))
      .map((one) => ({ ...one, party })),
  );
  return (
    <Radio.Group
      label={label}
      description={hint}
      required={!optional}
      value={text(values, field.name)}
      onChange={(id) =>
        set({ [field.name]: id, party: standing.find((one) => one.id === id)?.party ?? "" })
      }
    >
      <Stack mt="xs" gap="sm">
        {standing.length === 0 && <Text size="sm">{t("noReservations")}</Text>}
        {standing.map((one) => (
          <Radio
            key={one.id}
            value={one.id}
            label={line(nameOf(one.party), t(`reservationKind.${one.kind}`))}
            description={
              <bdi lang={one.language} dir={directionOf(one.language)}>
                {one.text}
              </bdi>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
