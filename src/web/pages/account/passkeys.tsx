import { Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import type { Passkey } from "../../api/contract.d.ts";
import { useKeep } from "../../api/keep.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { NewPasskey } from "../../shell/new-passkey.tsx";
import { useFormat } from "../../words/format.ts";
import { Section } from "./section.tsx";

/** The person's passkeys, and the form for a new one. */
export function Passkeys() {
  const { t } = useTranslation("account");
  const own = useQuery({
    queryKey: ["passkeys"],
    queryFn: async () => (await (await api.passkeys.$get()).json()).items,
  });
  return (
    <Section title={t("passkeys.title")} text={t("passkeys.what")}>
      <ErrorAlert error={own.error} />
      {own.isPending && <Loading />}
      {own.data?.length === 0 && <Text>{t("passkeys.none")}</Text>}
      {own.data?.map((passkey) => (
        <OnePasskey key={passkey.id} passkey={passkey} />
      ))}
      <NewPasskey />
    </Section>
  );
}

function OnePasskey({ passkey: { id, label, createdAt, usedAt } }: { passkey: Passkey }) {
  const { t } = useTranslation("account");
  const { day, relative } = useFormat();
  const remove = useKeep(() => api.passkeys[":id"].$delete({ param: { id } }), {
    keys: ["passkeys", "session", "sessions", "account-events"],
  });
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Text fw={600} dir="auto">
            {label}
          </Text>
          <Text size="sm" c="dimmed">
            {t("passkeys.made", { day: day(createdAt) })}
            {usedAt && ` · ${t("passkeys.used", { when: relative(usedAt) })}`}
          </Text>
        </div>
        <Button
          variant="default"
          size="xs"
          loading={remove.isPending}
          onClick={() => remove.mutate(undefined)}
          aria-label={t("remove", { label })}
        >
          {t("removeShort")}
        </Button>
      </Group>
      <ErrorAlert error={remove.error} />
    </Stack>
  );
}
