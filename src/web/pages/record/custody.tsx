import { Anchor, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { address } from "../../api/client.ts";
import type { Agreement } from "../../api/contract.d.ts";
import { usePartyName } from "../../parties/use-parties.ts";
import { Digest } from "../../shell/digest.tsx";
import { Loading } from "../../shell/loading.tsx";
import { useFormat } from "../../words/format.ts";
import { SourceFiles } from "./source-files.tsx";

const PdfPages = lazy(async () => ({
  default: (await import("../../pdf/pdf-pages.tsx")).PdfPages,
}));

/** The files in custody: sealed PDFs, annex, evidence and sources. */
export function Custody({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("record");
  const { day } = useFormat();
  const party = usePartyName();
  const { id, reference, sealed, originals } = agreement;
  const [shown, setShown] = useState<string | null>(null);
  const files = originals.filter(({ sealed }) => sealed !== null);
  const name = reference.replaceAll("/", "-");
  return (
    <section aria-labelledby="custody">
      <Title order={2} size="h4" id="custody" mb="xs">
        {t("custody.title")}
      </Title>
      {!sealed && <Text c="dimmed">{t("custody.none")}</Text>}
      <Stack gap="sm">
        {sealed &&
          files.map(({ original, sealed: digest }) => {
            const query = original === "common" ? "" : `&party=${original}`;
            const path = `/agreements/${id}/pdf?kind=sealed${query}`;
            const title =
              original === "common"
                ? t("custody.sealed")
                : t("custody.sealedFor", { party: party(original) });
            return (
              <Card key={original} withBorder padding="md">
                <Group justify="space-between">
                  <Title order={3} size="h5">
                    {title}
                  </Title>
                  <Group gap="sm">
                    <Button
                      size="xs"
                      variant="default"
                      aria-expanded={shown === path}
                      onClick={() => setShown(shown === path ? null : path)}
                    >
                      {t(shown === path ? "custody.close" : "custody.open")}
                    </Button>
                    <Button size="xs" component="a" href={address(path)} download={`${name}.pdf`}>
                      {t("custody.download")}
                    </Button>
                  </Group>
                </Group>
                <Text size="sm">
                  {t("custody.level", { level: sealed.level, day: day(sealed.at) })}
                  {" · "}
                  {t(sealed.trusted ? "custody.trusted" : "custody.demonstration")}
                </Text>
                <Digest label={t("custody.digest")} value={digest ?? ""} />
                {shown === path && (
                  <Suspense fallback={<Loading />}>
                    <PdfPages source={path} name={`${name}.pdf`} />
                  </Suspense>
                )}
              </Card>
            );
          })}
        <Group gap="lg">
          {sealed && (
            <Anchor
              href={address(`/agreements/${id}/pdf?kind=evidence`)}
              download={`${name}-evidence.pdf`}
            >
              {t("custody.annex")}
            </Anchor>
          )}
          <Anchor href={address(`/agreements/${id}/evidence`)} download={`${name}-evidence.ndjson`}>
            {t("custody.evidence")}
          </Anchor>
        </Group>
        <SourceFiles id={id} />
      </Stack>
    </section>
  );
}
