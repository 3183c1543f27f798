import { Card, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { participationQuery } from "../../api/participation.ts";
import { useObjection } from "../../parties/use-objection.ts";
import { useParties } from "../../parties/use-parties.ts";
import { useFormat } from "../../words/format.ts";

/** The deadlines that matter now. Renders nothing if there are none. */
export function Deadlines({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("agreement");
  const { time, relative, day } = useFormat();
  const objectionWords = useObjection();
  const { nameOf } = useParties();
  const { id, stage, respondBy, closesAt, publish } = agreement;
  const { data } = useQuery({ ...participationQuery(id), enabled: publish !== null });
  const instants = [
    stage === "review.circulated" && respondBy ? (["respondBy", respondBy] as const) : null,
    stage === "sign.open" && closesAt ? (["closesAt", closesAt] as const) : null,
  ].filter((one) => one !== null);
  const days = [
    data?.inForceOn ? (["inForceOn", data.inForceOn] as const) : null,
    data?.expiresOn ? (["expiresOn", data.expiresOn] as const) : null,
  ].filter((one) => one !== null);
  const today = new Date().toISOString().slice(0, 10);
  const objections = (data?.participants ?? []).flatMap(({ party, reservations }) =>
    reservations.map(({ id, objections: all }) => ({
      id,
      party,
      running: all.filter(({ until }) => until !== null && until >= today),
    })),
  );
  const running = objections.filter((one) => one.running.length > 0);
  if (instants.length + days.length + running.length === 0) return null;
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="deadlines">
      <Title order={2} size="h4" id="deadlines" mb="xs">
        {t("deadlines")}
      </Title>
      {instants.map(([name, instant]) => (
        <div key={name}>
          <Text size="sm" c="dimmed">
            {t(`deadline.${name}`)}
          </Text>
          <Text>
            {time(instant)} <Text span>({relative(instant)})</Text>
          </Text>
        </div>
      ))}
      {days.map(([name, date]) => (
        <div key={name}>
          <Text size="sm" c="dimmed">
            {t(`deadline.${name}`)}
          </Text>
          <Text>{day(date)}</Text>
        </div>
      ))}
      {running.map((one) => (
        <div key={one.id}>
          <Text size="sm" c="dimmed">
            {t("deadline.objections", { party: nameOf(one.party) })}
          </Text>
          {one.running.map((objection) => (
            <Text key={objection.party} size="sm">
              {objectionWords(objection, nameOf(objection.party))}
            </Text>
          ))}
        </div>
      ))}
    </Card>
  );
}
