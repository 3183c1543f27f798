import { List, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Participation } from "../../api/contract.d.ts";
import { useObjection } from "../../parties/use-objection.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import type words from "../../words/en/record.json";
import { useFormat } from "../../words/format.ts";
import { directionOf } from "../../words/words.ts";

type Participants = Participation["participants"];
type AnswerKey = keyof (typeof words)["notes"]["answer"];

/** All reservations and declarations, in the order of the parties, with running numbers. */
export function notesOf(participants: Participants) {
  return participants
    .flatMap(({ party, reservations }) => reservations.map((made) => ({ party, ...made })))
    .map((note, index) => ({ ...note, number: index + 1 }));
}

/** The parties' reservations and declarations in full, with the others' answers. */
export function Notes({ participants }: { participants: Participants }) {
  const { t } = useTranslation(["record", "agreement"]);
  const { day, list, number } = useFormat();
  const party = usePartyName();
  const objectionWords = useObjection();
  const notes = notesOf(participants);
  return (
    <section aria-labelledby="notes">
      <Title order={2} size="h4" id="notes" mb="xs">
        {t("notes.title")}
      </Title>
      {notes.length === 0 && <Text c="dimmed">{t("notes.none")}</Text>}
      <List type="ordered" spacing="md">
        {notes.map((note) => (
          <List.Item key={note.id} id={`note-${note.number}`}>
            <Text fw={600}>
              <bdi>{party(note.party)}</bdi> · {t(`notes.${note.kind}`)}
            </Text>
            <Text size="sm" c="dimmed">
              {[
                t("notes.made", { day: day(note.madeOn) }),
                note.articles.length > 0 &&
                  t("notes.articles", { list: list(note.articles.map(number)) }),
                note.withdrawn && t("notes.withdrawn"),
                note.unconfirmed && t("notes.unconfirmed"),
                note.state === "lapsed" && t("notes.lapsed"),
                note.effectiveOn &&
                  note.effectiveOn !== note.madeOn &&
                  t("notes.effective", { day: day(note.effectiveOn) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </Text>
            <div className="text" lang={note.language} dir={directionOf(note.language)}>
              {note.text}
            </div>
            {note.objections.length > 0 && (
              <details>
                <summary>{t("notes.objections")}</summary>
                {note.objections.map((objection) => (
                  <Text key={objection.party} size="sm">
                    {objectionWords(objection, party(objection.party))}
                  </Text>
                ))}
              </details>
            )}
            {note.answers.map((answer) => (
              <Text key={`${answer.party}:${answer.act}`} size="sm">
                <bdi>{party(answer.party)}</bdi> {t(`notes.answer.${answer.act as AnswerKey}`)},{" "}
                {day(answer.on)}
                {answer.reason && (
                  <>
                    : <bdi>{answer.reason}</bdi>
                  </>
                )}
              </Text>
            ))}
          </List.Item>
        ))}
      </List>
    </section>
  );
}
