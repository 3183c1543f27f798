import { Button, Grid, Stack } from "@mantine/core";
import { IconFileText, IconHistory, IconMessages } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { type Agreement, agreementQuery } from "../../api/agreement.ts";
import { pollIntervalMs } from "../../api/query.ts";
import { holds, useSession } from "../../api/session.ts";
import { Fault } from "../../shell/fault.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { AroundText } from "../../text/around-text.tsx";
import { Zone } from "../../words/zone.ts";
import { Deadlines } from "./deadlines.tsx";
import { Description } from "./description.tsx";
import { Files } from "./files.tsx";
import { NextActs } from "./next-acts.tsx";
import { PartiesTable } from "./parties-table.tsx";
import { Stages } from "./stages.tsx";
import { TermsCard } from "./terms-card.tsx";

const Procedures = lazy(() => import("../../parties/procedures.tsx"));

/** Whether the service is working on the agreement, so the page polls until it is done. */
const inMotion = ({ stage, original }: Agreement) =>
  stage === "sign.sealing" || (stage === "sign.authenticated" && original === null);

/** An agreement as the office sees it. */
export default function OfficeView() {
  const { id = "" } = useParams({ strict: false });
  const { t } = useTranslation("agreement");
  const session = useSession();
  const { data: agreement, error } = useQuery({
    ...agreementQuery(id),
    refetchInterval: ({ state: { data } }) => (data && inMotion(data) ? 2000 : pollIntervalMs),
  });
  if (error && !agreement) return <Fault error={error} />;
  if (!agreement) return <Loading />;
  const drafting = /^(draft|review)/.test(agreement.stage) && holds(session, "legal-officer");
  return (
    <AroundText of={agreement}>
      <Zone value={agreement.terms.zone}>
        <Page
          title={agreement.title}
          kicker={<bdi>{agreement.reference}</bdi>}
          actions={
            <>
              {drafting && (
                <Button
                  variant="default"
                  leftSection={<IconFileText size={18} aria-hidden />}
                  renderRoot={(props) => (
                    <Link to="/agreements/$id/draft" params={{ id }} {...props} />
                  )}
                >
                  {t("toDraft")}
                </Button>
              )}
              <Button
                variant="default"
                leftSection={<IconMessages size={18} aria-hidden />}
                renderRoot={(props) => (
                  <Link to="/agreements/$id/review" params={{ id }} {...props} />
                )}
              >
                {t("toReview")}
              </Button>
              <Button
                variant="default"
                leftSection={<IconHistory size={18} aria-hidden />}
                renderRoot={(props) => (
                  <Link to="/agreements/$id/record" params={{ id }} {...props} />
                )}
              >
                {t("toRecord")}
              </Button>
            </>
          }
        >
          <Stages agreement={agreement} />
          <Grid gap="lg">
            <Grid.Col span={{ base: 12, lg: 8 }}>
              <Stack gap="xl">
                <NextActs agreement={agreement} />
                <PartiesTable agreement={agreement} />
                <TermsCard agreement={agreement} />
                <Suspense>
                  <Procedures agreement={id} parties={agreement.parties} />
                </Suspense>
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 4 }}>
              <Stack gap="xl">
                <Deadlines agreement={agreement} />
                <Files agreement={agreement} />
                <Description agreement={agreement} />
              </Stack>
            </Grid.Col>
          </Grid>
        </Page>
      </Zone>
    </AroundText>
  );
}
