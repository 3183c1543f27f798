import { Code, List, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Verdict } from "../../api/contract.d.ts";
import { useFormat } from "../../words/format.ts";

type Props = { verdict: Verdict };

/** What is known of signatures that are not ours: signer, whether the digest fits, and how much it covers. */
export function ForeignList({ verdict: { signatures, timestamps } }: Props) {
  const { t } = useTranslation("verify");
  return (
    <section aria-labelledby="signatures">
      <Title order={3} size="h5" id="signatures" mb="xs">
        {t("signatures")}
      </Title>
      <List listStyleType="none" spacing="md">
        {signatures.map((one, index) => {
          const title = one.name || t("foreign.unnamed", { number: index + 1 });
          const key = `signature ${index}`;
          return <Item key={key} {...one} title={title} />;
        })}
        {timestamps.map((one, index) => {
          const key = `timestamp ${index}`;
          return <Item key={key} {...one} title={t("foreign.documentTimestamp")} />;
        })}
      </List>
    </section>
  );
}

type Foreign = Pick<
  Verdict["signatures"][number],
  "at" | "digestOk" | "coversFile" | "subject" | "issuer"
>;

function Item({ title, at, digestOk, coversFile, subject, issuer }: Foreign & { title: string }) {
  const { t } = useTranslation("verify");
  const { time } = useFormat();
  const digest =
    digestOk === null ? "digestUnknown" : digestOk ? "digestFits" : ("digestDiffers" as const);
  return (
    <List.Item styles={{ itemWrapper: { display: "block" } }}>
      <Stack
        gap={2}
        ps="md"
        style={{ borderInlineStart: "3px solid var(--mantine-color-default-border)" }}
      >
        <Text fw={600} dir="auto">
          {title}
        </Text>
        <Text size="sm">
          {t(`foreign.${digest}`)} · {t(coversFile ? "foreign.coversAll" : "foreign.coversPart")}
        </Text>
        {at && (
          <Text size="sm">
            {t("signedAt")}: {time(at)}
          </Text>
        )}
        {subject && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {t("certificate")}: <Code dir="ltr">{subject}</Code>. {t("issuer")}:{" "}
            <Code dir="ltr">{issuer}</Code>
          </Text>
        )}
      </Stack>
    </List.Item>
  );
}
