import { Alert, Button, Card, Code, CopyButton, Group, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { useFormat } from "../../words/format.ts";

/** The service's keys: the seal and its validity, and the key that signs the evidence log. */
export function KeysPage() {
  const { t } = useTranslation("secretariat");
  const { day } = useFormat();
  const { data, error, isPending } = useQuery({
    queryKey: ["seal"],
    queryFn: async () => (await api.seal.$get({})).json(),
  });
  const { t: shell } = useTranslation("shell");
  return (
    <Page title={t("keys.title")} size="lg">
      <ErrorAlert error={error} />
      {isPending && <Loading />}
      {data && !data.seal.trusted && (
        <Alert
          color="orange"
          icon={<IconAlertTriangle aria-hidden />}
          title={t("keys.demonstration")}
        >
          {t("keys.demonstrationText")}
        </Alert>
      )}
      {data && (
        <>
          <Part title={t("keys.seal")}>
            <Fact name={t("keys.subject")} value={data.seal.subject} coded />
            <Fact name={t("keys.issuer")} value={data.seal.issuer} coded />
            <Fact
              name={t("keys.valid")}
              value={`${day(data.seal.notBefore)} – ${day(data.seal.notAfter)}`}
            />
            <Fact name={t("keys.algorithm")} value={data.seal.algorithm} coded />
            <Fact
              name={t("keys.timestamps")}
              value={data.seal.timestampAuthority ?? t("keys.none")}
            />
            <Fact name={t("keys.level")} value={data.seal.level ?? t("keys.nothingSealed")} />
          </Part>
          <Part title={t("keys.log")}>
            <Text size="sm">{t("keys.logWhy")}</Text>
            <Fact name={t("keys.origin")} value={data.log.origin} coded />
            <Group align="end" gap="xs">
              <Code
                block
                dir="ltr"
                style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap", flex: 1 }}
              >
                {data.log.verificationKey}
              </Code>
              <CopyButton value={data.log.verificationKey}>
                {({ copied, copy }) => (
                  <Button size="xs" variant="default" onClick={copy}>
                    {copied ? shell("copied") : shell("copy")}
                  </Button>
                )}
              </CopyButton>
            </Group>
          </Part>
        </>
      )}
    </Page>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder padding="lg" component="section">
      <Title order={2} size="h4" mb="sm">
        {title}
      </Title>
      <Stack gap="xs">{children}</Stack>
    </Card>
  );
}

/** A technical name of a key, certificate or log, not translated. */
function Fact({ name, value, coded }: { name: string; value: string; coded?: boolean }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text style={{ overflowWrap: "anywhere" }}>
        {coded ? <Code dir="ltr">{value}</Code> : <bdi>{value}</bdi>}
      </Text>
    </div>
  );
}
