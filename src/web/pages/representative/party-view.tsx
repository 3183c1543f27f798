import { Group, Tabs } from "@mantine/core";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useAgreement } from "../../api/agreement.ts";
import { useSession } from "../../api/session.ts";
import { Fault } from "../../shell/fault.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { StageBadge } from "../../shell/stage-badge.tsx";
import { AroundText } from "../../text/around-text.tsx";
import { Zone } from "../../words/zone.ts";
import { AskedCard } from "./asked-card.tsx";
import { TextPane } from "./text-pane.tsx";

const TermsPart = lazy(() => import("./terms-part.tsx"));
const Authority = lazy(() => import("./authority-part.tsx"));
const Parties = lazy(() => import("./parties-part.tsx"));
const Acts = lazy(() => import("./acts-part.tsx"));

export { beginText } from "./text-pane.tsx";

const parts = ["text", "terms", "authority", "parties", "acts"] as const;
type PartName = (typeof parts)[number];

/** The page of an agreement for a party's representative: what is asked, the text, and the party's own affairs. */
export default function PartyView() {
  const { t } = useTranslation("representative");
  const { id = "" } = useParams({ strict: false });
  const { part } = useSearch({ strict: false });
  const navigate = useNavigate();
  const party = useSession()?.party ?? "";
  const { data: agreement, error } = useAgreement(id);
  if (!agreement) return error ? <Fault error={error} /> : <Loading />;
  const shown = parts.find((name) => name === part) ?? "text";
  const open = (name: PartName) =>
    navigate({ to: ".", search: { part: name === "text" ? undefined : name }, resetScroll: false });
  return (
    <Zone value={agreement.terms.zone}>
      <AroundText of={agreement}>
        <Page
          title={agreement.title}
          size="lg"
          kicker={
            <Group gap="xs">
              <bdi>{agreement.reference}</bdi>
              <StageBadge stage={agreement.stage} />
            </Group>
          }
        >
          <AskedCard agreement={agreement} party={party} open={open} />
          <Tabs
            value={shown}
            onChange={(name) => name && open(name as PartName)}
            keepMounted={false}
          >
            <Tabs.List mb="md">
              {parts.map((name) => (
                <Tabs.Tab key={name} value={name} px="xs">
                  {t(`part.${name}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="text">
              <TextPane agreement={agreement} />
            </Tabs.Panel>
            <Suspense fallback={<Loading />}>
              <Tabs.Panel value="terms">
                <TermsPart agreement={agreement} />
              </Tabs.Panel>
              <Tabs.Panel value="authority">
                <Authority agreement={agreement} party={party} />
              </Tabs.Panel>
              <Tabs.Panel value="parties">
                <Parties agreement={agreement} party={party} />
              </Tabs.Panel>
              <Tabs.Panel value="acts">
                <Acts agreement={agreement} party={party} />
              </Tabs.Panel>
            </Suspense>
          </Tabs>
        </Page>
      </AroundText>
    </Zone>
  );
}
