import { Group, Radio, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import type { DeskEntry } from "../../api/contract.d.ts";
import { useKeep } from "../../api/keep.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";

const answers = ["yes", "no", "not-applicable"] as const;
type Check = DeskEntry["checklist"][number]["check"];
type Answer = (typeof answers)[number];

/** The questions of due and proper form. An answer is kept at once, and may be given again. */
export function Checklist({ entry, keeps }: { entry: DeskEntry; keeps: boolean }) {
  const { t } = useTranslation("desk");
  const { id, checklist, state } = entry;
  const keep = useKeep(
    async (json: { answers: { [C in Check]?: Answer } }) => {
      await api.correspondence[":id"].checks.$post({ param: { id }, json });
    },
    { keys: ["desk"] },
  );
  if (checklist.length === 0) return null;
  const isClosed = !keeps || state === "returned";
  return (
    <section aria-labelledby="due-form">
      <Title order={2} size="h4" id="due-form">
        {t("checks.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("checks.why")}
      </Text>
      <ErrorAlert error={keep.error} />
      <Stack gap="sm">
        {checklist.map(({ check, answer }) => (
          <Radio.Group
            key={check}
            label={t(`checks.${check}`)}
            value={answer}
            onChange={(chosen) => {
              const answered = answers.find((one) => one === chosen);
              if (answered) keep.mutate({ answers: { [check]: answered } });
            }}
            readOnly={isClosed || keep.isPending}
          >
            <Group mt={4}>
              {answers.map((one) => (
                <Radio key={one} value={one} label={t(`answer.${one}`)} disabled={isClosed} />
              ))}
            </Group>
          </Radio.Group>
        ))}
      </Stack>
    </section>
  );
}
