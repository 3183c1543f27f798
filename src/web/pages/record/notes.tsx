import { List, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Participation } from "../../api/contract.d.ts";
import { ReservationNote } from "../../parties/reservation-note.tsx";
import { usePartyName } from "../../parties/use-parties.ts";

type Participants = Participation["participants"];

/** All reservations and declarations, in the order of the parties, with running numbers. */
export function notesOf(participants: Participants) {
  return participants
    .flatMap(({ party, reservations }) => reservations.map((made) => ({ party, ...made })))
    .map((note, index) => ({ ...note, number: index + 1 }));
}

/** The parties' reservations and declarations in full, with the others' answers. */
export function Notes({ participants }: { participants: Participants }) {
  const { t } = useTranslation("reservations");
  const party = usePartyName();
  const notes = notesOf(participants);
  return (
    <section aria-labelledby="notes">
      <Title order={2} size="h4" id="notes" mb="xs">
        {t("title")}
      </Title>
      {notes.length === 0 && <Text c="dimmed">{t("none")}</Text>}
      <List type="ordered" spacing="md">
        {notes.map((note) => (
          <List.Item key={note.id} id={`note-${note.number}`}>
            <Text fw={600}>
              <bdi>{party(note.party)}</bdi> · {t(`kind.${note.kind}`)}
            </Text>
            <ReservationNote made={note} nameOf={party} withTimes />
          </List.Item>
        ))}
      </List>
    </section>
  );
}
