import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { directionOf } from "#src/text/languages.ts";
import type { Participation } from "../api/contract.d.ts";
import type words from "../words/en/reservations.json";
import { useFormat } from "../words/format.ts";
import { useObjection } from "./use-objection.ts";

export type Reservation = Participation["participants"][number]["reservations"][number];
type Answer = Reservation["answers"][number];
type AnswerKey = keyof (typeof words)["answer"];

type Props = {
  made: Reservation;
  /** The name of a party by its code. */
  nameOf: (code: string) => string;
  /** Whether each State's time to object is shown. */
  withTimes?: boolean;
};

/** A reservation or declaration in full: its words, what others said about it, and its effect for them. */
export function ReservationNote({ made, nameOf, withTimes = false }: Props) {
  const { t } = useTranslation(["reservations", "agreement"]);
  const { day, list, line, number } = useFormat();
  const objectionWords = useObjection();
  const articles = (of: number[]) =>
    of.length > 0 && t(of.length === 1 ? "article" : "articles", { list: list(of.map(number)) });
  const names = (of: string[]) => list(of.map(nameOf));
  return (
    <>
      <Text size="sm" c="dimmed">
        {line(
          t("made", { day: day(made.madeOn) }),
          articles(made.articles),
          stateOf(),
          made.effectiveOn &&
            made.effectiveOn !== made.madeOn &&
            t("effective", { day: day(made.effectiveOn) }),
          made.acceptedOn && t("accepted", { day: day(made.acceptedOn) }),
          made.replaces && t("replaces"),
        )}
      </Text>
      <div className="text" lang={made.language} dir={directionOf(made.language)}>
        {made.text}
      </div>
      {made.changes.map((change) => (
        <div key={change.id}>
          <Text size="sm" c="dimmed">
            {line(t("left", { day: day(change.on) }), articles(change.articles))}
          </Text>
          <div className="text" lang={change.language} dir={directionOf(change.language)}>
            {change.text}
          </div>
        </div>
      ))}
      {made.organ && (
        <Text size="sm">
          {t(made.organ.accepted ? "organ.yes" : "organ.no", {
            organ: made.organ.organ,
            reference: made.organ.reference,
            day: day(made.organ.on),
          })}
        </Text>
      )}
      {made.answers.map((answer) => (
        <Text key={`${answer.party}:${answer.act}`} size="sm">
          <bdi>{nameOf(answer.party)}</bdi> {saidBy(answer)}
          {answer.reason && (
            <>
              : <bdi>{answer.reason}</bdi>
            </>
          )}
        </Text>
      ))}
      {made.effects.length > 0 && (
        <details open={!withTimes}>
          <summary>{t("effects")}</summary>
          {made.effects.map(({ effect, parties }) => (
            <Text key={effect} size="sm">
              {t(`effect.${effect}`, { list: names(parties) })}
            </Text>
          ))}
        </details>
      )}
      {withTimes && made.objections.length > 0 && (
        <details>
          <summary>{t("time")}</summary>
          {made.objections.map((objection) => (
            <Text key={objection.party} size="sm">
              {objectionWords(objection, nameOf(objection.party))}
            </Text>
          ))}
        </details>
      )}
    </>
  );

  function stateOf(): string | false {
    if (made.state === "made") return false;
    return t(`state.${made.state}`, { day: made.late ? day(made.late.until) : "" });
  }

  function saidBy({ act, on, excludes, ground }: Answer): string {
    const said = t(`answer.${act as AnswerKey}`);
    return line(said, excludes && t("excludes"), ground && t(`ground.${ground}`), day(on));
  }
}
