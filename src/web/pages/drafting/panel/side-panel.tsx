import { Badge, Tabs } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { TermName } from "#src/text/terms-in-words.ts";
import type { Agreement } from "../../../api/agreement.ts";
import { Loading } from "../../../shell/loading.tsx";
import { useFormat } from "../../../words/format.ts";
import { useDesk } from "../desk.tsx";
import { useTermsStatus } from "../terms/use-terms-draft.ts";
import { Versions } from "./versions.tsx";

const Checks = lazy(() => import("./checks.tsx"));
const DraftPdf = lazy(() => import("./draft-pdf.tsx"));
const TermsPanel = lazy(() => import("../terms/terms-panel.tsx"));

const names = ["checks", "terms", "pdf", "versions"] as const;
export type PanelName = (typeof names)[number];

type Props = {
  agreement: Agreement;
  show: (language: string) => void;
  tab: PanelName;
  setTab: (tab: PanelName) => void;
  openTerms: TermName[];
  setOpenTerms: (terms: TermName[]) => void;
};

/** The side panel: checks, terms, print preview and versions. */
export function SidePanel({ agreement, show, tab, setTab, openTerms, setOpenTerms }: Props) {
  const { t } = useTranslation("drafting");
  const { number } = useFormat();
  const { changed } = useTermsStatus(useDesk().terms);
  return (
    <Tabs value={tab} onChange={(name) => setTab(name as PanelName)} keepMounted={false}>
      <Tabs.List mb="md" grow>
        {names.map((name) => (
          <Tabs.Tab
            key={name}
            value={name}
            px="xs"
            rightSection={
              name === "terms" &&
              changed.length > 0 && (
                <Badge
                  size="sm"
                  variant="light"
                  color="blue"
                  aria-label={t("panel.changedTerms", { number: number(changed.length) })}
                >
                  {number(changed.length)}
                </Badge>
              )
            }
          >
            {t(`panel.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Suspense fallback={<Loading />}>
        <Tabs.Panel value="checks">
          <Checks agreement={agreement} show={show} />
        </Tabs.Panel>
        <Tabs.Panel value="terms">
          <TermsPanel agreement={agreement} open={openTerms} setOpen={setOpenTerms} />
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
