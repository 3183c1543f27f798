import { Alert, Anchor, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RegisterEntry } from "../../api/contract.d.ts";
import { Digest } from "../../shell/digest.tsx";
import { useFormat } from "../../words/format.ts";

/** The sealed PDF, its digest, how to check it, and its place in the evidence log. */
export function EntryPdf({ entry }: { entry: RegisterEntry }) {
  const { t } = useTranslation("register");
  const { number, party } = useFormat();
  const { digest, evidence } = entry;
  const name = entry.reference.replaceAll("/", "-");
  // By the alternat, and in an exchange of notes, each party has its own.
  const own = entry.parties.filter(({ code }) =>
    entry.originals.some(({ original }) => original === code),
  );
  return (
    <Card component="section" withBorder padding="lg" aria-labelledby="pdf">
      <Stack gap="sm">
        <Title order={2} size="h4" id="pdf">
          {t("entry.pdf")}
        </Title>
        {!entry.trusted && (
          <Alert color="orange" variant="outline">
            {t("entry.demonstration")}
          </Alert>
        )}
        <Group gap="md" className="no-print">
          {own.length > 1 ? (
            own.map(({ code, names }) => (
              <Button
                key={code}
                component="a"
                href={`${entry.pdf}?party=${code}`}
                download={`${name}-${code}.pdf`}
                leftSection={<IconDownload size={18} aria-hidden />}
              >
                {t("entry.downloadOf", { party: party(code, names) })}
              </Button>
            ))
          ) : (
            <Button
              component="a"
              href={entry.pdf}
              download={`${name}.pdf`}
              leftSection={<IconDownload size={18} aria-hidden />}
            >
              {t("entry.download")}
            </Button>
          )}
          <Anchor renderRoot={(props) => <Link to="/verify" search={{ digest }} {...props} />}>
            {t("entry.verify")}
          </Anchor>
        </Group>
        <Digest label={t("entry.digest")} value={digest} />
        <Text size="sm">{t("entry.level", { level: entry.level })}</Text>
        <Text size="sm" c="dimmed" maw={640}>
          {t("entry.howTo")}
        </Text>
        {evidence?.index != null && (
          <div>
            <Text size="sm">{t("entry.logText", { index: number(evidence.index) })}</Text>
            <Digest label={t("entry.log")} value={evidence.hash} />
          </div>
        )}
        <Text size="sm" c="dimmed">
          {t("entry.address")}:{" "}
          <bdi style={{ overflowWrap: "anywhere" }}>
            {location.origin}/register/{entry.id}
          </bdi>
        </Text>
      </Stack>
    </Card>
  );
}
