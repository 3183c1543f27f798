import { Tabs } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../../api/agreement.ts";
import { Loading } from "../../../shell/loading.tsx";
import { Versions } from "./versions.tsx";

const Checks = lazy(() => import("./checks.tsx"));
const DraftPdf = lazy(() => import("./draft-pdf.tsx"));

type Props = { agreement: Agreement; show: (language: string) => void };

/** The side panel: checks, print preview and versions. */
export function SidePanel({ agreement, show }: Props) {
  const { t } = useTranslation("drafting");
  return (
    <Tabs defaultValue="checks" keepMounted={false}>
      <Tabs.List mb="md" grow>
        <Tabs.Tab value="checks">{t("panel.checks")}</Tabs.Tab>
        <Tabs.Tab value="pdf">{t("panel.pdf")}</Tabs.Tab>
        <Tabs.Tab value="versions">{t("panel.versions")}</Tabs.Tab>
      </Tabs.List>
      <Suspense fallback={<Loading />}>
        <Tabs.Panel value="checks">
          <Checks agreement={agreement} show={show} />
        </Tabs.Panel>
        <Tabs.Panel value="pdf">
          <DraftPdf agreement={agreement} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <Versions agreement={agreement} />
        </Tabs.Panel>
      </Suspense>
    </Tabs>
  );
}
