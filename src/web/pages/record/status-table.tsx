import { Anchor, Table, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Agreement, Participation } from "../../api/contract.d.ts";
import classes from "../../parties/cards.module.css";
import { CeasedNote } from "../../parties/ceased-note.tsx";
import { ConsentDays } from "../../parties/consent-days.tsx";
import { useStanding } from "../../parties/use-standing.ts";
import { useFormat } from "../../words/format.ts";
import { notesOf } from "./notes.tsx";

type Participant = Participation["participants"][number];
type Props = { agreement: Pick<Agreement, "parties">; participation: Participation };

/** The status of each party, laid out like the United Nations Treaty Collection. Notes are below the table. */
export function StatusTable({ agreement, participation }: Props) {
  const { t } = useTranslation("record");
  const { party, day } = useFormat();
  const { standing, signedAs } = useStanding();
  // A party to which the text is only open has no status yet; the agreement's page lists those.
  const participants = participation.participants.filter(
    ({ party: code }) => !agreement.parties.some((one) => one.code === code && one.entitled),
  );
  const notes = notesOf(participants);
  const nameOf = (code: string) =>
    party(code, agreement.parties.find((one) => one.code === code)?.names);
  return (
    <section aria-labelledby="status">
      <Title order={2} size="h4" id="status" mb="xs">
        {t("status.title")}
      </Title>
      <Table className={classes.cards} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {columns.map((name) => (
              <Table.Th key={name} scope="col">
                {t(`status.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {participants.map((one) => (
            <Table.Tr key={one.party}>
              <Table.Th scope="row">
                <bdi>{nameOf(one.party)}</bdi>
                {notes
                  .filter(({ party }) => party === one.party)
                  .map(({ number }) => (
                    <sup key={number}>
                      {" "}
                      <Anchor href={`#note-${number}`} aria-label={t("status.note", { number })}>
                        {number}
                      </Anchor>
                    </sup>
                  ))}
                <CeasedNote
                  of={{ code: one.party, ceased: one.ceased }}
                  among={participants.map(({ party, statements }) => ({ code: party, statements }))}
                  nameOf={nameOf}
                />
              </Table.Th>
              <Table.Td data-label={t("status.standing")}>
                {standing(one.standing)}
                {one.endsOn && (
                  <Text size="xs" c="dimmed">
                    {t("status.endsOn", { day: day(one.endsOn) })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td data-label={t("status.signature")}>
                {one.signed ? day(one.signed.on) : t("status.none")}
                {one.signed && (
                  <Text size="xs" c="dimmed">
                    {signedAs(one.signed.as)}
                    {one.signed.authorised ? "" : ` · ${t("status.unauthorised")}`}
                  </Text>
                )}
                {one.signed?.binding != null && (
                  <Text size="xs" c="dimmed">
                    {t(one.signed.binding ? "status.binding" : "status.notBinding")}
                  </Text>
                )}
              </Table.Td>
              <Table.Td data-label={t("status.consent")}>
                <ConsentDays
                  of={one.consents}
                  none={t("status.none")}
                  withdrawn={(date) => t("status.withdrawn", { day: date })}
                />
              </Table.Td>
              <Table.Td data-label={t("status.entry")}>
                {entryOf(one)}
                {one.earlier.map(({ inForceOn, endedOn }) => (
                  <Text key={endedOn} size="xs" c="dimmed">
                    {t("status.earlier", {
                      from: inForceOn ? day(inForceOn) : t("status.none"),
                      until: day(endedOn),
                    })}
                  </Text>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );

  function entryOf({ inForceOn, entry }: Participant): string {
    if (inForceOn) return day(inForceOn);
    if (entry?.state === "dated") return t("status.derived", { day: day(entry.on) });
    return t("status.waiting");
  }
}

const columns = ["party", "standing", "signature", "consent", "entry"] as const;
