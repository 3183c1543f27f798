import { Badge, Button, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import type { ApiKey } from "../../api/contract.d.ts";
import { useKeep } from "../../api/keep.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { useFormat } from "../../words/format.ts";
import { MadeKey } from "./made-key.tsx";
import { NewKey } from "./new-key.tsx";
import { Section } from "./section.tsx";

/** API keys of programs that act for the person. */
export function Keys() {
  const { t } = useTranslation("account");
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const own = useQuery({
    queryKey: ["keys"],
    queryFn: async () => (await (await api.keys.$get()).json()).items,
  });
  return (
    <Section title={t("keys.title")} text={t("keys.what")}>
      <ErrorAlert error={own.error} />
      {own.isPending && <Loading />}
      {own.data?.map((key) => (
        <OneKey key={key.id} apiKey={key} />
      ))}
      {made && <MadeKey value={made} close={() => setMade(null)} />}
      {adding ? (
        <NewKey
          leave={() => setAdding(false)}
          done={(key) => {
            setAdding(false);
            setMade(key);
          }}
        />
      ) : (
        <Group>
          <Button variant="default" size="sm" onClick={() => setAdding(true)}>
            {t("keys.add")}
          </Button>
        </Group>
      )}
    </Section>
  );
}

function OneKey({ apiKey: { id, label, scopes, expiresAt } }: { apiKey: ApiKey }) {
  const { t } = useTranslation("account");
  const { day } = useFormat();
  const remove = useKeep(() => api.keys[":id"].$delete({ param: { id } }), {
    keys: ["keys", "sessions", "account-events"],
  });
  return (
    <Group justify="space-between" wrap="nowrap" align="start">
      <div>
        <Text fw={600} dir="auto">
          {label}
        </Text>
        <Group gap={6}>
          {scopes.map((scope) => (
            <Badge key={scope} variant="light" color="gray" tt="none" miw="max-content">
              {t(`keys.scope.${scope as "read"}`)}
            </Badge>
          ))}
          <Text size="sm" c="dimmed">
            {t("keys.until", { day: day(expiresAt) })}
          </Text>
        </Group>
        <ErrorAlert error={remove.error} />
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
  );
}
