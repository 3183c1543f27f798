import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { useKeep } from "../../api/keep.ts";
import { useSession } from "../../api/session.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useFormat } from "../../words/format.ts";
import { usePersonName } from "./people.ts";

/** Recoveries waiting for a second member of the secretariat. */
export function Recoveries() {
  const { t } = useTranslation("secretariat");
  const { time } = useFormat();
  const nameOf = usePersonName();
  const own = useSession()?.person;
  const { data } = useQuery({
    queryKey: ["recoveries"],
    queryFn: async () => (await (await api.recoveries.$get({})).json()).items,
  });
  const approve = useKeep(
    async (id: string) => {
      await api.recoveries[":id"].approvals.$post({ param: { id }, json: {} });
    },
    { keys: ["recoveries", "people"] },
  );
  const withdraw = useKeep(
    async (id: string) => {
      await api.recoveries[":id"].$delete({ param: { id } });
    },
    { keys: ["recoveries", "people"] },
  );
  if (!data || data.length === 0) return null;
  return (
    <Alert title={t("recovery.title")} color="orange">
      <Stack>
        <Text size="sm">{t("recovery.what")}</Text>
        <ErrorAlert error={approve.error ?? withdraw.error} />
        {data.map(({ id, person, reason, askedBy, askedAt, email }) => (
          <Group key={id} justify="space-between">
            <div>
              <Text fw={600}>
                <bdi>{nameOf(person)}</bdi>
              </Text>
              <Text size="sm" dir="auto">
                {reason}
              </Text>
              <Text size="xs" c="dimmed">
                {t("recovery.by", { name: nameOf(askedBy), when: time(askedAt), email })}
              </Text>
            </div>
            <Group gap="xs">
              <Button
                variant="default"
                onClick={() => withdraw.mutate(id)}
                loading={withdraw.isPending}
              >
                {t("recovery.withdraw")}
              </Button>
              <Button
                onClick={() => approve.mutate(id)}
                loading={approve.isPending}
                disabled={askedBy === own || person === own}
              >
                {askedBy === own ? t("recovery.second") : t("recovery.approve")}
              </Button>
            </Group>
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
