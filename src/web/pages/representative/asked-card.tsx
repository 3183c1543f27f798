import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { actOf } from "../../api/act.ts";
import type { Agreement } from "../../api/agreement.ts";
import { Loading } from "../../shell/loading.tsx";
import { useFormat } from "../../words/format.ts";
import { type Askable, askedOf, type PartyAnswer } from "./asked.ts";
import { Meanwhile } from "./meanwhile.tsx";

const AnswerForm = lazy(() => import("./answer-form.tsx"));

/** What a text that stays open for signature or accession allows a party that has taken no step yet. */
function OpenToOwn({ agreement: { openTo } }: { agreement: Agreement }) {
  const { t } = useTranslation("terms");
  const { day } = useFormat();
  return openTo.map(({ act, until }) => (
    <Text key={act}>
      {act === "accede"
        ? t("open.yoursAccede")
        : until
          ? t("open.yoursSignUntil", { day: day(until) })
          : t("open.yoursSign")}
    </Text>
  ));
}

type PagePart = "authority" | "acts";
type Props = { agreement: Agreement; party: string; open: (part: PagePart) => void };

/** The part of the page where an act is taken, unless it is taken right here. */
const rooms: Partial<Record<Askable, PagePart>> = {
  confirm: "acts",
  "present-credentials": "authority",
  "clear-signature": "authority",
  designate: "authority",
};

/** What is asked of this party now and by when, with one main button. */
export function AskedCard({ agreement, party, open }: Props) {
  const { t } = useTranslation("representative");
  const { time, relative } = useFormat();
  const [answer, setAnswer] = useState<PartyAnswer | null>(null);
  const { act, also, due } = askedOf(agreement, party);
  const others = (["request-changes", "decline"] as const).filter(
    (one) => actOf(agreement, one)?.allowed,
  );
  const main = (asked: Askable) => {
    if (asked === "approve" || asked === "initial") return setAnswer(asked);
    const room = rooms[asked];
    if (room) open(room);
  };
  return (
    <Card withBorder padding="md" component="section" aria-labelledby="asked">
      <Stack gap="sm">
        {act ? (
          <Text id="asked" fz="lg" fw={600}>
            {t(`ask.${act}`)}
            {due && (
              <Text span inherit fw={400} display="block" fz="md">
                {t("until", { time: time(due), left: relative(due) })}
              </Text>
            )}
          </Text>
        ) : (
          <Meanwhile agreement={agreement} party={party} />
        )}
        <OpenToOwn agreement={agreement} />
        {answer ? (
          <Suspense fallback={<Loading />}>
            <AnswerForm
              key={answer}
              answer={answer}
              agreement={agreement}
              party={party}
              leave={() => setAnswer(null)}
            />
          </Suspense>
        ) : (
          <Group gap="sm">
            {act === "sign" && (
              <Button
                renderRoot={(props) => (
                  <Link to="/agreements/$id/sign" params={{ id: agreement.id }} {...props} />
                )}
              >
                {t("do.sign")}
              </Button>
            )}
            {act && act !== "sign" && <Button onClick={() => main(act)}>{t(`do.${act}`)}</Button>}
            {others.map((one) => (
              <Button key={one} variant="default" onClick={() => setAnswer(one)}>
                {t(`do.${one}`)}
              </Button>
            ))}
          </Group>
        )}
        {also.length > 0 && (
          <Text size="sm" c="dimmed">
            {t("also")}{" "}
            {also.map((one) => (
              <Button
                key={one}
                variant="subtle"
                size="compact-sm"
                onClick={() => main(one)}
                disabled={answer !== null}
              >
                {t(`do.${one}`)}
              </Button>
            ))}
          </Text>
        )}
      </Stack>
    </Card>
  );
}
