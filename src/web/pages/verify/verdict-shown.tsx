import { Card, Group, Stack, Text, ThemeIcon, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Verdict } from "../../api/contract.d.ts";
import { Digest } from "../../shell/digest.tsx";
import { FindingList } from "./finding-list.tsx";
import { ForeignList } from "./foreign-list.tsx";
import { RegisterMatch } from "./register-match.tsx";
import { SignatureList } from "./signature-list.tsx";
import { isValid, lookOf } from "./verdict-look.ts";

/** The verdict and its reasons. */
export function VerdictShown({ verdict, name }: { verdict: Verdict; name: string }) {
  const { t } = useTranslation("verify");
  const { color, Icon } = lookOf(verdict);
  // For a demonstration's seal, nothing below may say that it is trusted.
  const said =
    verdict.demonstration && isValid(verdict.verdict)
      ? ("demonstration" as const)
      : (`verdict.${verdict.verdict}` as const);
  const isForeign = verdict.verdict === "NOT_OURS";
  return (
    <Card withBorder padding="lg">
      <Stack>
        <Group wrap="nowrap" align="start">
          <ThemeIcon size={56} radius="xl" color={color} variant="filled">
            <Icon size={32} aria-hidden />
          </ThemeIcon>
          <div>
            <Text size="sm" c="dimmed" dir="auto" style={{ overflowWrap: "anywhere" }}>
              {name}
            </Text>
            <Title order={2} id="verdict">
              {t(`${said}.name`)}
            </Title>
            <Text mt={4}>{t(`${said}.why`)}</Text>
          </div>
        </Group>
        {verdict.findings.length > 0 && !isForeign && (
          <section aria-labelledby="reasons">
            <Title order={3} size="h5" id="reasons" mb={4}>
              {t("reasons")}
            </Title>
            <FindingList findings={verdict.findings} words="finding" />
          </section>
        )}
        {verdict.warnings.length > 0 && (
          <section aria-labelledby="warnings">
            <Title order={3} size="h5" id="warnings" mb={4}>
              {t("warnings")}
            </Title>
            <FindingList findings={verdict.warnings} words="warning" />
          </section>
        )}
        <RegisterMatch entry={verdict.entry} />
        {isForeign ? <ForeignList verdict={verdict} /> : <SignatureList verdict={verdict} />}
        <Digest label={t("digest")} value={verdict.digest} />
      </Stack>
    </Card>
  );
}
