import { Button, Card, List, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { actOf, useAct } from "../../api/act.ts";
import type { ActName } from "../../api/act-name.ts";
import type { Agreement } from "../../api/contract.d.ts";
import { Basis } from "../../shell/basis.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";

export type ArchivistsAct = "ingest" | "check-fixity" | "issue-certified-copy";

type Props = {
  agreement: Agreement;
  act: ArchivistsAct;
  resource: ActName;
  body: Record<string, unknown>;
  /** The act's fields, above its button. */
  children?: ReactNode;
  /** Called once the act is on record. */
  onDone?: () => void;
};

/** One act of the archivist: its fields and button, or why it is not possible now. */
export function ArchiveAct({ agreement, act, resource, body, children, onDone }: Props) {
  const { t } = useTranslation("record");
  const state = actOf(agreement, act);
  const doing = useAct(agreement, resource);
  // After success, keep the confirmation visible although the act is no longer possible.
  if (!state && !doing.isSuccess) return null;
  return (
    <Card withBorder padding="md" component={Stack} gap="xs" justify="space-between">
      <Stack gap="xs">
        <Text fw={600}>{t(`acts.${act}`)}</Text>
        {state?.allowed && children}
        {state && !state.allowed && (
          <div>
            <Text size="sm" c="dimmed">
              {t("acts.blocked")}
            </Text>
            <List size="sm">
              {state.blockedBy.map(({ guard, detail, basis }) => (
                <List.Item key={guard}>
                  {detail}
                  <Basis of={basis} />
                </List.Item>
              ))}
            </List>
          </div>
        )}
        <ErrorAlert error={doing.error} />
        <Text size="sm" role="status">
          {doing.isSuccess && t("acts.done", { act: t(`acts.${act}`) })}
        </Text>
      </Stack>
      {state?.allowed && (
        <Button
          variant="light"
          loading={doing.isPending}
          onClick={() => doing.mutate(body as never, { onSuccess: onDone })}
        >
          {t(`acts.${act}`)}
        </Button>
      )}
    </Card>
  );
}
