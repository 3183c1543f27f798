import { Alert, Anchor, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../api/client.ts";
import { ErrorAlert } from "../shell/error-alert.tsx";
import { Loading } from "../shell/loading.tsx";
import { sha256 } from "./digest.ts";
import { openPdf } from "./open-pdf.ts";
import { PdfPage } from "./pdf-page.tsx";
import { useObjectUrl } from "./use-object-url.ts";

type Props = {
  /** The bytes of the PDF, or its API path. */
  source: string | Uint8Array<ArrayBuffer>;
  /** The file name of the download. */
  name: string;
  /** Called with the digest of the bytes that are shown. */
  onShown?: (digest: string) => void;
  /** Rendered after the last page. */
  after?: ReactNode;
};

/** Renders a PDF page by page. It works in browsers that cannot show PDFs, such as those on phones. */
export function PdfPages({ source, name, onShown, after }: Props) {
  const { t } = useTranslation("shell");
  const pdf = useQuery({
    queryKey: ["pdf", typeof source === "string" ? source : keyOf(source)],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    queryFn: async () => {
      const bytes = typeof source === "string" ? await download(source) : source;
      const digest = await sha256(bytes);
      const document = await openPdf(bytes);
      onShown?.(digest);
      return { bytes, digest, document };
    },
  });
  const link = useObjectUrl(pdf.data?.bytes);
  if (pdf.isPending) return <Loading />;
  if (pdf.error) {
    return (
      <Alert color="red" title={t("pdf.failed")}>
        <ErrorAlert error={pdf.error} />
      </Alert>
    );
  }
  const { digest, document } = pdf.data;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {t("pdf.digest")} <span dir="ltr">{digest}</span>
        </Text>
        {link && (
          <Anchor href={link} download={name} size="sm">
            {t("pdf.download")}
          </Anchor>
        )}
      </Group>
      {numbersTo(document.numPages).map((number) => (
        <PdfPage key={`${digest}:${number}`} document={document} number={number} />
      ))}
      {after}
    </Stack>
  );
}

const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

/** Gives each byte array a query key of its own. */
const keys = new WeakMap<Uint8Array, number>();
let last = 0;
function keyOf(bytes: Uint8Array): number {
  const known = keys.get(bytes);
  if (known !== undefined) return known;
  last += 1;
  keys.set(bytes, last);
  return last;
}
