import { SimpleGrid, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/contract.d.ts";
import type words from "../../words/en/record.json";
import { ArchiveAct } from "./archive-act.tsx";
import { CopyFields } from "./copy-fields.tsx";

type Words = (typeof words)["acts"];

/** The archivist's acts on a sealed instrument, and what blocks each. */
export function ArchiveActs({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("record");
  const names = ["ingest", "check-fixity", "issue-certified-copy"];
  if (!agreement.publish || !agreement.acts.some(({ act }) => names.includes(act))) return null;
  const { custody = "sealed", dissemination = "withheld" } = agreement.publish;
  return (
    <section aria-labelledby="archive-acts">
      <Title order={2} size="h4" id="archive-acts" mb={4}>
        {t("acts.title")}
      </Title>
      <Text mb="sm">
        {t("acts.standing", {
          custody: t(`acts.custody.${custody as keyof Words["custody"]}`),
          dissemination: t(`acts.dissemination.${dissemination as keyof Words["dissemination"]}`),
        })}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
        <ArchiveAct agreement={agreement} act="ingest" resource="ingestion" body={{}} />
        <ArchiveAct agreement={agreement} act="check-fixity" resource="fixity-checks" body={{}} />
        <CopyFields agreement={agreement} />
      </SimpleGrid>
    </section>
  );
}
