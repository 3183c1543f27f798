import { Alert, Button, Code, CopyButton, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** A new API key, shown only once. */
export function MadeKey({ value, close }: { value: string; close: () => void }) {
  const { t } = useTranslation(["account", "shell"]);
  return (
    <Alert color="teal" title={t("keys.made")} role="status">
      <Stack gap="sm">
        <Text size="sm">{t("keys.once")}</Text>
        <Code block dir="ltr" style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
          {value}
        </Code>
        <Group gap="sm">
          <CopyButton value={value}>
            {({ copied, copy }) => (
              <Button size="sm" onClick={copy}>
                {copied ? t("shell:copied") : t("shell:copy")}
              </Button>
            )}
          </CopyButton>
          <Button size="sm" variant="default" onClick={close}>
            {t("keys.noted")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
