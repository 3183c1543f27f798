import { Box, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../../api/agreement.ts";
import { call } from "../../../api/client.ts";
import { PdfPages } from "../../../pdf/pdf-pages.tsx";
import { ErrorAlert } from "../../../shell/error-alert.tsx";
import { Loading } from "../../../shell/loading.tsx";
import { useDesk } from "../desk.tsx";
import { useSaveStatus } from "../use-draft.ts";

/** The draft as a PDF, made again shortly after each save. */
export default function DraftPdf({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("drafting");
  const { saves } = useSaveStatus(useDesk().draft);
  const [settled] = useDebouncedValue(saves, 2000);
  const pdf = useQuery({
    queryKey: ["draft-pdf", agreement.id, agreement.version, settled],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    placeholderData: (before) => before,
    queryFn: async () => {
      const answer = await call(`/agreements/${agreement.id}/previews`, {
        method: "POST",
        body: JSON.stringify({ texts: {} }),
        headers: { "Content-Type": "application/json" },
      });
      return new Uint8Array(await answer.arrayBuffer());
    },
  });
  return (
    <Box mih="70vh">
      <ErrorAlert error={pdf.error} />
      <Text size="sm" c="dimmed" role="status" mb="xs">
        {pdf.isFetching ? t("pdf.making") : t("pdf.asSaved")}
      </Text>
      {pdf.isPending && <Loading />}
      {pdf.data && (
        <PdfPages source={pdf.data} name={`${agreement.reference.replaceAll("/", "-")}.pdf`} />
      )}
    </Box>
  );
}
