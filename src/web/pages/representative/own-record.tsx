import { Anchor, List, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { address } from "../../api/client.ts";
import { participationQuery } from "../../api/participation.ts";
import { Claims } from "../../parties/claims.tsx";
import { DepositPapers } from "../../parties/deposit-papers.tsx";
import { ReservationNote } from "../../parties/reservation-note.tsx";
import { Statements } from "../../parties/statements.tsx";
import { useObjection } from "../../parties/use-objection.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { useFormat } from "../../words/format.ts";

/** Acts that the list of consents already names. */
const consenting = [
  "confirm",
  "deposit",
  "accede",
  "notify-completion",
  "succeed",
  "declare-continuity",
];

/** The party's standing: its acts by day, reservations with their answers, and entry into force. */
export function OwnRecord({ agreement, party }: { agreement: Agreement; party: string }) {
  const { t } = useTranslation(["representative", "agreement", "acts"]);
  const { day, party: nameOf } = useFormat();
  const objectionWords = useObjection();
  const status = useQuery(participationQuery(agreement.id));
  if (status.isPending) return <Loading />;
  if (status.error) return <ErrorAlert error={status.error} />;
  const own = status.data.participants.find((one) => one.party === party);
  if (!own) return null;
  const { standing, signed, acts, consents, statements, earlier, inForceOn, entry } = own;
  const lodged = status.data.participants.flatMap((one) =>
    one.reservations.map((found) => ({ ...found, of: one.party })),
  );
  return (
    <section aria-labelledby="record">
      <Title order={2} size="h4" id="record" mb="xs">
        {t("record.title")}
      </Title>
      <Stack gap="xs">
        <Text fw={600}>{t(`agreement:standing.${standing as "invited"}`)}</Text>
        {standing === "signedSubjectToRatification" && <Text>{t("record.deposit")}</Text>}
        <List size="sm">
          {signed && (
            <List.Item>
              {t(`agreement:choice.${signed.as as "definitive"}`)}, {day(signed.on)}
            </List.Item>
          )}
          {consents.map(({ kind, on }) => (
            <List.Item key={`${kind}:${on}`}>
              {t(`agreement:choice.${kind}`)}, {day(on)}
            </List.Item>
          ))}
          {acts
            .filter(({ act }) => !consenting.includes(act))
            .map(({ act, on }) => (
              <List.Item key={`${act}:${on}`}>
                {t(`acts:name.${act as "approve"}`, { defaultValue: act })}, {day(on)}
              </List.Item>
            ))}
          {earlier.map(({ inForceOn: from, endedOn }) => (
            <List.Item key={endedOn}>
              {t("record.earlier", { from: from ? day(from) : "–", until: day(endedOn) })}
            </List.Item>
          ))}
        </List>
        <Statements of={[{ code: party, name: nameOf(party), statements }]} nameOf={nameOf} />
        {inForceOn ? (
          <Text>{t("record.inForce", { day: day(inForceOn) })}</Text>
        ) : (
          entry?.reasons.map((reason) => (
            <Text key={reason} size="sm" c="dimmed">
              {reason}
            </Text>
          ))
        )}
        <DepositPapers agreement={agreement} party={party} />
        {agreement.sealed && (
          <Anchor href={address(`/agreements/${agreement.id}/pdf?kind=sealed`)} target="_blank">
            {t("record.sealed")}
          </Anchor>
        )}
        {lodged.map((made) => (
          <div key={made.id}>
            <Text size="sm" fw={600}>
              {t(`agreement:reservationKind.${made.kind}`)} · <bdi>{nameOf(made.of)}</bdi>
            </Text>
            {made.objections
              .filter((one) => one.party === party)
              .map((one) => (
                <Text key={one.party} size="sm">
                  {objectionWords(one, nameOf(one.party))}
                </Text>
              ))}
            <ReservationNote made={made} nameOf={nameOf} />
          </div>
        ))}
        <Claims
          claims={status.data.claims}
          suspensions={status.data.suspensions}
          nameOf={(code) => nameOf(code)}
        />
      </Stack>
    </section>
  );
}
