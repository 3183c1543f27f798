import { Code, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** The commands of docs/VERIFY.md, shortened. Not translated. */
const commands = {
  digest: "sha256sum sealed.pdf",
  structure: "qpdf --check sealed.pdf\npdfsig -nocert sealed.pdf",
  own: "depositary verify sealed.pdf --trust seal=office.pem --trust KZ=KZ.pem --timestamp-trust clock.pem",
} as const;

/** How to check a sealed PDF without this service. */
export function Offline() {
  const { t } = useTranslation("verify");
  return (
    <section aria-labelledby="offline">
      <Title order={2} size="h4" id="offline" mb="xs">
        {t("offline.title")}
      </Title>
      <Stack gap="sm">
        <Text size="sm" maw={640}>
          {t("offline.text")}
        </Text>
        {Object.entries(commands).map(([name, lines]) => (
          <div key={name}>
            <Text size="sm" fw={600}>
              {t(`offline.${name as keyof typeof commands}`)}
            </Text>
            <Code block dir="ltr" ta="left" style={{ whiteSpace: "pre-wrap" }}>
              {lines}
            </Code>
          </div>
        ))}
        <Text size="sm">{t("offline.more")}</Text>
      </Stack>
    </section>
  );
}
