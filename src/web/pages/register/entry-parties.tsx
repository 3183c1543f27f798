import { Table, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { RegisterEntry } from "../../api/contract.d.ts";
import classes from "../../parties/cards.module.css";
import { CeasedNote } from "../../parties/ceased-note.tsx";
import { ConsentDays } from "../../parties/consent-days.tsx";
import { consentMark } from "../../parties/consent-marks.ts";
import { useStanding } from "../../parties/use-standing.ts";
import { useFormat } from "../../words/format.ts";

/** The parties of the entry and their standing. */
export function EntryParties({ entry }: { entry: RegisterEntry }) {
  const { t } = useTranslation("register");
  const { party, day } = useFormat();
  const { standing, signedAs } = useStanding();
  const inForce = (on: string | null) => (on ? day(on) : t("entry.notYet"));
  return (
    <section aria-labelledby="parties">
      <Title order={2} size="h4" id="parties" mb="xs">
        {t("entry.parties")}
      </Title>
      <Table className={classes.cards}>
        <Table.Thead>
          <Table.Tr>
            {(["parties", "standing", "signed", "consent", "inForce"] as const).map((name) => (
              <Table.Th key={name} scope="col">
                {t(`entry.${name}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entry.parties.map((one) => (
            <Table.Tr key={one.code}>
              <Table.Th scope="row">
                {party(one.code, one.names)}
                <Text size="xs" c="dimmed" fw={400}>
                  {t(`partyKind.${one.as ?? one.kind}`, { state: one.state && party(one.state) })}
                </Text>
                <CeasedNote of={one} among={entry.parties} nameOf={party} />
              </Table.Th>
              <Table.Td data-label={t("entry.standing")}>
                {standing(one.standing)}
                {one.endsOn && (
                  <Text size="xs" c="dimmed">
                    {t("entry.endsOn", { day: day(one.endsOn) })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td data-label={t("entry.signed")}>
                {one.signedOn ? day(one.signedOn) : t("entry.notYet")}
                {one.signedOn && !one.signedAs && consentMark("succession")}
                {one.signedAs && (
                  <Text size="xs" c="dimmed">
                    {signedAs(one.signedAs)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td data-label={t("entry.consent")}>
                <ConsentDays
                  of={one.consents}
                  none={t("entry.notYet")}
                  withdrawn={(date) => t("entry.withdrawn", { day: date })}
                />
              </Table.Td>
              <Table.Td data-label={t("entry.inForce")}>
                {inForce(one.inForceOn)}
                {one.earlier.map(({ inForceOn, endedOn }) => (
                  <Text key={endedOn} size="xs" c="dimmed">
                    {t("entry.earlier", { from: inForce(inForceOn), until: day(endedOn) })}
                  </Text>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
