import { Button, Checkbox, Group, Modal, MultiSelect, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { call } from "../../api/client.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { goals, useGoals } from "../../words/goals.ts";
import { useNames } from "../../words/names.ts";

const areas = [
  "partnerships-and-networking",
  "capacity-building",
  "peer-learning",
  "research-and-knowledge-management",
];

type Props = { agreement: Agreement; close: () => void };

/** The dialog for an agreement's areas of work and goals. */
export default function DescribeDialog({ agreement, close }: Props) {
  const { t } = useTranslation(["agreement", "acts", "shell"]);
  const names = useNames();
  const { numbered } = useGoals();
  const queries = useQueryClient();
  const [chosen, setAreas] = useState(agreement.areas);
  const [served, setGoals] = useState(agreement.goals.map(String));
  const describe = useMutation({
    mutationFn: () =>
      call(`/agreements/${agreement.id}`, {
        method: "PATCH",
        headers: { "Content-Type": "application/json", "If-Match": `"${agreement.version}"` },
        body: JSON.stringify({ areas: chosen, goals: served.map(Number) }),
      }),
    onSuccess: close,
    onSettled: () => queries.invalidateQueries({ queryKey: ["agreement", agreement.id] }),
  });
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t("acts:name.describe")}
      closeButtonProps={{ "aria-label": t("shell:close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          describe.mutate();
        }}
      >
        <Stack>
          <Text>{t("acts:what.describe")}</Text>
          <Text size="sm" c="dimmed">
            {t("titleInText")}
          </Text>
          <Checkbox.Group label={t("areas")} value={chosen} onChange={setAreas}>
            <Stack mt="xs" gap="xs">
              {areas.map((area) => (
                <Checkbox key={area} value={area} label={names.area(area)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <MultiSelect
            label={t("goals")}
            data={goals.map((number) => ({ value: String(number), label: numbered(number) }))}
            value={served}
            onChange={setGoals}
            searchable
          />
          <ErrorAlert error={describe.error} />
          <Group justify="end">
            <Button variant="default" onClick={close}>
              {t("shell:cancel")}
            </Button>
            <Button type="submit" loading={describe.isPending}>
              {t("shell:save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
