import { Alert, Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useReading } from "../../api/reading.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { useFormat } from "../../words/format.ts";
import type { ReviewProps } from "./review-props.ts";

/** A notice that the text has changed since this person last looked, with a link to the changes. */
export function SinceLastLook({ agreement, view, look }: ReviewProps) {
  const { t } = useTranslation("review");
  const { relative, number } = useFormat();
  const reading = useReading(agreement);
  const { lastRead, textVersion } = agreement;
  if (!lastRead || lastRead.textVersion >= textVersion) return null;
  const shown = view.from === lastRead.textVersion && view.to === textVersion;
  return (
    <Alert
      variant="light"
      color="blue"
      title={t("changed", { when: relative(lastRead.at), version: number(textVersion) })}
    >
      <ErrorAlert error={reading.error} />
      <Group gap="sm">
        <Button
          size="xs"
          aria-pressed={shown}
          onClick={() => look({ from: shown ? null : lastRead.textVersion, to: textVersion })}
        >
          {shown ? t("hideChanged") : t("showChanged")}
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={reading.isPending}
          onClick={() => reading.mutate()}
        >
          {t("seen")}
        </Button>
      </Group>
    </Alert>
  );
}
