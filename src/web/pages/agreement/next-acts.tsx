import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Act } from "../../acts/form.ts";
import { firstOf, grouped } from "../../acts/order.ts";
import type { Agreement } from "../../api/agreement.ts";
import { Loading } from "../../shell/loading.tsx";
import { BlockedActs } from "./blocked-acts.tsx";

const ActDialog = lazy(() => import("../../acts/act-dialog.tsx"));
const DescribeDialog = lazy(() => import("./describe-dialog.tsx"));

const elsewhere: Act[] = ["revise-text", "dismiss-difference", "judge-warning"];

/** The acts that this person can take now, and what blocks the others. */
export function NextActs({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation(["agreement", "acts"]);
  const [open, setOpen] = useState<Act | null>(null);
  // The text is revised on the drafting page, and a difference or a warning is judged where it is shown.
  const acts = agreement.acts.filter(({ act }) => !elsewhere.includes(act));
  const allowed = acts.filter((one) => one.allowed);
  const first = firstOf(allowed);
  const close = () => setOpen(null);
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="next">
      <Title order={2} size="h4" id="next">
        {t("next")}
      </Title>
      {allowed.length === 0 && (
        <Text mt="xs" c="dimmed">
          {t("nothingToDo")}
        </Text>
      )}
      <Stack mt="md" gap="md">
        {first && (
          <div>
            <Button onClick={() => setOpen(first)}>{t(`acts:name.${first}`)}</Button>
            <Text size="sm" c="dimmed" mt={6} maw={640}>
              {t(`acts:what.${first}` as "acts:what.submit")}
            </Text>
          </div>
        )}
        {grouped(allowed.filter(({ act }) => act !== first)).map(([group, own]) => (
          <div key={group}>
            <Text size="sm" c="dimmed" mb={6}>
              {t(`group.${group}`)}
            </Text>
            <Group gap="xs">
              {own.map(({ act }) => (
                <Button key={act} variant="default" size="xs" onClick={() => setOpen(act)}>
                  {t(`acts:name.${act}`)}
                </Button>
              ))}
            </Group>
          </div>
        ))}
      </Stack>
      <BlockedActs acts={acts.filter((one) => !one.allowed)} open={setOpen} />
      {open && (
        <Suspense fallback={<Loading />}>
          {open === "describe" ? (
            <DescribeDialog agreement={agreement} close={close} />
          ) : (
            <ActDialog agreement={agreement} act={open} close={close} />
          )}
        </Suspense>
      )}
    </Card>
  );
}
