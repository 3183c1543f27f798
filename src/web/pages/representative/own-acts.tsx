import { Button, Card, Group, Stack, Text } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Act } from "../../acts/form.ts";
import { partyForm } from "../../acts/of-party.ts";
import type { Agreement } from "../../api/agreement.ts";
import { Basis } from "../../shell/basis.tsx";
import { Loading } from "../../shell/loading.tsx";

const ActDialog = lazy(() => import("../../acts/act-dialog.tsx"));

type Props = { agreement: Agreement; party: string; only: (act: Act) => boolean };

/** The party's acts: what each does, and its form or what blocks it. */
export function OwnActs({ agreement, party, only }: Props) {
  const { t } = useTranslation(["representative", "acts"]);
  const [open, setOpen] = useState<Act | null>(null);
  const acts = agreement.acts.filter(({ act }) => only(act));
  const possible = (one: (typeof acts)[number]) =>
    one.allowed || (partyForm(one.act, party)?.depends ?? false);
  const sorted = [...acts].sort((a, b) => Number(possible(b)) - Number(possible(a)));
  if (acts.length === 0) return <Text c="dimmed">{t("noActs")}</Text>;
  return (
    <Stack gap="sm">
      {sorted.map((one) => (
        <Card key={one.act} withBorder padding="sm" component="article">
          <Group justify="space-between" align="start" gap="sm">
            <div style={{ flex: "1 1 16rem" }}>
              <Text fw={600}>{t(`acts:name.${one.act}`)}</Text>
              <Text size="sm" c="dimmed">
                {t(`acts:what.${one.act}` as "acts:what.submit")}
              </Text>
              {one.blockedBy.map(({ guard, detail, basis }) => (
                <Text key={guard} size="sm">
                  {t("blocked", { why: detail })}
                  <Basis of={basis} />
                </Text>
              ))}
            </div>
            {possible(one) && (
              <Button
                variant={one.allowed ? "light" : "default"}
                size="sm"
                onClick={() => setOpen(one.act)}
                aria-label={t("openForm", { act: t(`acts:name.${one.act}`) })}
              >
                {t("openShort")}
              </Button>
            )}
          </Group>
        </Card>
      ))}
      {open && (
        <Suspense fallback={<Loading />}>
          <ActDialog agreement={agreement} party={party} act={open} close={() => setOpen(null)} />
        </Suspense>
      )}
    </Stack>
  );
}
