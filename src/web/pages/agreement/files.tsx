import { Anchor, Card, Code, Stack, Text, Title } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { address } from "../../api/client.ts";
import { holds, useSession } from "../../api/session.ts";
import { useParties } from "../../parties/use-parties.ts";
import { Loading } from "../../shell/loading.tsx";
import { useFormat } from "../../words/format.ts";

const FileDialog = lazy(() => import("./file-dialog.tsx"));

type Shown = { path: string; title: string; name: string };

/** The files of an agreement: draft, originals, sealed files, annex, source and evidence, as far as they exist. */
export function Files({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("agreement");
  const { nameOf } = useParties();
  const { line } = useFormat();
  const [shown, setShown] = useState<Shown | null>(null);
  const { id, originals, sealed, digest } = agreement;
  // File names must not contain a slash.
  const reference = agreement.reference.replaceAll("/", "-");
  const pdf = (kind: string, party?: string) =>
    `/agreements/${id}/pdf?kind=${kind}${party && party !== "common" ? `&party=${party}` : ""}`;
  const unsealed = holds(useSession(), "legal-officer");
  const nameIn = (words: string, original: string) =>
    original === "common" ? words : line(words, nameOf(original));
  const files: Shown[] = [
    ...(unsealed ? [{ path: pdf("draft"), title: t("file.draft"), name: "draft" }] : []),
    ...originals.flatMap(({ original, sealed: done }) => [
      ...(done
        ? [
            {
              path: pdf("sealed", original),
              title: nameIn(t("file.sealed"), original),
              name: `sealed-${original}`,
            },
          ]
        : unsealed
          ? [
              {
                path: pdf("original", original),
                title: nameIn(t("file.original"), original),
                name: `original-${original}`,
              },
            ]
          : []),
    ]),
    ...(sealed ? [{ path: pdf("evidence"), title: t("file.annex"), name: "annex" }] : []),
  ];
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="files">
      <Title order={2} size="h4" id="files" mb="xs">
        {t("files")}
      </Title>
      <Stack gap={6} align="start">
        {files.map((file) => (
          <Anchor
            key={file.path}
            component="button"
            type="button"
            ta="start"
            onClick={() => setShown(file)}
          >
            {file.title}
          </Anchor>
        ))}
        <Anchor href={address(`/agreements/${id}/source`)} download={`${reference}-source.json`}>
          {t("file.source")}
        </Anchor>
        <Anchor
          href={address(`/agreements/${id}/evidence`)}
          download={`${reference}-evidence.ndjson`}
        >
          {t("file.evidence")}
        </Anchor>
      </Stack>
      <Text size="xs" c="dimmed" mt="md">
        {t("digest")}
      </Text>
      <Code dir="ltr" style={{ overflowWrap: "anywhere" }}>
        {digest}
      </Code>
      {sealed && (
        <Text size="xs" c="dimmed" mt="xs">
          {t("sealLevel", { level: sealed.level })}
          {!sealed.trusted && ` ${t("notTrusted")}`}
        </Text>
      )}
      {shown && (
        <Suspense fallback={<Loading />}>
          <FileDialog
            {...shown}
            name={`${reference}-${shown.name}.pdf`}
            close={() => setShown(null)}
          />
        </Suspense>
      )}
    </Card>
  );
}
