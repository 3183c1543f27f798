import { Button, Checkbox, Group, NumberInput, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { useKeep } from "../../api/keep.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";

type Scope = "read" | "act";
type Props = { leave: () => void; done: (key: string) => void };

/** The form for a new API key: purpose, scopes and lifetime. */
export function NewKey({ leave, done }: Props) {
  const { t } = useTranslation(["account", "shell"]);
  const [label, setLabel] = useState("");
  const [scopes, setScopes] = useState<string[]>(["read"]);
  const [days, setDays] = useState<number | string>(90);
  const make = useKeep(
    async () => {
      const json = { label, scopes: scopes as Scope[], days: Number(days) };
      return (await (await api.keys.$post({ json })).json()).key;
    },
    { keys: ["keys", "account-events"], onSuccess: done },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate(undefined);
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t("keys.label")}
          value={label}
          onChange={({ currentTarget }) => setLabel(currentTarget.value)}
          maxLength={100}
          required
          dir="auto"
        />
        <Checkbox.Group label={t("keys.scopes")} value={scopes} onChange={setScopes}>
          <Stack gap="xs" mt="xs">
            <Checkbox value="read" label={t("keys.scope.read")} />
            <Checkbox value="act" label={t("keys.scope.act")} description={t("keys.actWhy")} />
          </Stack>
        </Checkbox.Group>
        <NumberInput
          label={t("keys.days")}
          value={days}
          onChange={setDays}
          min={1}
          max={365}
          allowDecimal={false}
          hideControls
          required
          maw={200}
        />
        <ErrorAlert error={make.error} />
        <Group gap="sm">
          <Button type="submit" loading={make.isPending} disabled={scopes.length === 0}>
            {t("keys.make")}
          </Button>
          <Button variant="default" onClick={leave}>
            {t("shell:cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
