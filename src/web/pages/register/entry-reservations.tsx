import { List, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { RegisterEntry } from "../../api/contract.d.ts";
import { ReservationNote } from "../../parties/reservation-note.tsx";
import { useFormat } from "../../words/format.ts";

/** The parties' reservations and declarations, with the others' answers and their effect. Nothing if there are none. */
export function EntryReservations({ entry }: { entry: RegisterEntry }) {
  const { t } = useTranslation("reservations");
  const { party } = useFormat();
  const nameOf = (code: string) =>
    party(code, entry.parties.find((one) => one.code === code)?.names);
  if (entry.reservations.length === 0) return null;
  return (
    <section aria-labelledby="reservations">
      <Title order={2} size="h4" id="reservations" mb="xs">
        {t("title")}
      </Title>
      <List type="ordered" spacing="md">
        {entry.reservations.map((made) => (
          <List.Item key={made.id}>
            <Text fw={600}>
              <bdi>{nameOf(made.party)}</bdi> · {t(`kind.${made.kind}`)}
            </Text>
            <ReservationNote made={made} nameOf={nameOf} />
          </List.Item>
        ))}
      </List>
    </section>
  );
}
