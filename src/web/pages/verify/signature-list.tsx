import { Badge, Code, Group, List, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Verdict } from "../../api/contract.d.ts";
import { useFormat } from "../../words/format.ts";
import { useFieldName } from "./field-name.ts";
import { isValid } from "./verdict-look.ts";

type Signature = Verdict["signatures"][number];

/** The signatures: signer, party, time, level, and whether each holds. */
export function SignatureList({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation("verify");
  const { time, line } = useFormat();
  const { signatures, timestamps } = verdict;
  if (signatures.length === 0) return null;
  return (
    <section aria-labelledby="signatures">
      <Title order={3} size="h5" id="signatures" mb="xs">
        {t("signatures")}
      </Title>
      <List listStyleType="none" spacing="md">
        {signatures.map((one) => (
          <List.Item key={one.field} styles={{ itemWrapper: { display: "block" } }}>
            <One signature={one} standing={standingOf(one, verdict)} />
          </List.Item>
        ))}
      </List>
      {timestamps.length > 0 && (
        <Text size="sm" mt="md">
          {t("timestamps")}: {line(...timestamps.map(({ at }) => at && time(at)))}
        </Text>
      )}
    </section>
  );
}

type Standing = keyof typeof colors;

/** Shows "trusted" only if the verdict says so too. Otherwise a sound signature only holds for what it covers. */
function standingOf(one: Signature, { verdict, demonstration }: Verdict): Standing {
  if (one.digestOk !== true || !one.cmsOk) return "broken";
  if (!one.trusted) return "untrusted";
  if (!isValid(verdict)) return "covering";
  return demonstration ? "demonstrated" : "trusted";
}

type OneProps = { signature: Signature; standing: Standing };

function One({ signature, standing }: OneProps) {
  const { field, name, at, provenAt, level, subject, issuer, attested } = signature;
  const { t } = useTranslation("verify");
  const { time } = useFormat();
  const fieldName = useFieldName();
  return (
    <Stack
      gap={2}
      ps="md"
      style={{ borderInlineStart: "3px solid var(--mantine-color-default-border)" }}
    >
      <Group gap="xs">
        {field !== "Seal" && (
          <Text fw={600} dir="auto">
            {name || subject}
          </Text>
        )}
        <Text fw={field === "Seal" ? 600 : undefined}>{fieldName(field)}</Text>
        <Badge tt="none" radius="sm" variant="dot" color={colors[standing]}>
          {t(standing)}
        </Badge>
        {level && (
          <Badge tt="none" radius="sm" variant="default">
            {t("level", { level })}
          </Badge>
        )}
      </Group>
      <Text size="sm">
        {at && `${t("signedAt")}: ${time(at)}`}
        {provenAt && ` · ${t("provenAt")}: ${time(provenAt)}`}
      </Text>
      {attested && <Text size="sm">{t("attested")}</Text>}
      {subject && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {t("certificate")}: <Code dir="ltr">{subject}</Code>. {t("issuer")}:{" "}
          <Code dir="ltr">{issuer}</Code>
        </Text>
      )}
    </Stack>
  );
}

const colors = {
  trusted: "teal",
  demonstrated: "orange",
  covering: "gray",
  untrusted: "orange",
  broken: "red",
} as const;
