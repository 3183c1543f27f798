import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Agreement, agreementQuery } from "../../api/agreement.ts";
import { pollIntervalMs } from "../../api/query.ts";
import { Fault } from "../../shell/fault.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { StageBadge } from "../../shell/stage-badge.tsx";
import { AroundText } from "../../text/around-text.tsx";
import { useArticleInAddress } from "../../text/article-in-address.ts";
import { useFormat } from "../../words/format.ts";
import { Zone } from "../../words/zone.ts";
import { Changes } from "./changes.tsx";
import { ChecksPanel } from "./checks-panel.tsx";
import { placeOf } from "./place.ts";
import classes from "./review.module.css";
import { RoundPanel } from "./round-panel.tsx";
import { SinceLastLook } from "./since-last-look.tsx";
import { TextRows } from "./text-rows.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useView } from "./use-view.ts";
import { VersionsPanel } from "./versions-panel.tsx";

/** The page for reading, comparing and commenting on an agreement's texts. */
export function ReviewPage() {
  const { id = "" } = useParams({ strict: false });
  const { data, error } = useQuery({ ...agreementQuery(id), refetchInterval: pollIntervalMs });
  if (error && !data) return <Fault error={error} />;
  if (!data) return <Loading />;
  return <Review agreement={data} />;
}

function Review({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation("review");
  const { language: own } = useFormat();
  const { view, look } = useView(agreement, own);
  const { id, reference, stage, title } = agreement;
  const given = { agreement, view, look };
  useArticleInAddress((article) => document.getElementById(placeOf(article)));
  return (
    <Zone value={agreement.terms.zone}>
      <AroundText of={agreement}>
        <Page
          title={title}
          about={t("title")}
          kicker={
            <>
              <bdi>{reference}</bdi> · {t("title")} <StageBadge stage={stage} />
            </>
          }
          size="fluid"
          actions={
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/agreements/$id" params={{ id }} {...props} />}
            >
              {t("toAgreement")}
            </Button>
          }
        >
          <SinceLastLook {...given} />
          <Toolbar {...given} />
          <div className={view.panel === "comments" ? undefined : classes.withPanel}>
            <div className={classes.main}>
              {view.from === null ? (
                <TextRows {...given} />
              ) : (
                <Changes {...given} from={view.from} />
              )}
            </div>
            {view.panel !== "comments" && (
              <aside className={classes.panel} aria-label={t(`panel.${view.panel}`)}>
                {view.panel === "checks" && <ChecksPanel {...given} />}
                {view.panel === "round" && <RoundPanel agreement={agreement} />}
                {view.panel === "versions" && <VersionsPanel {...given} />}
              </aside>
            )}
          </div>
        </Page>
      </AroundText>
    </Zone>
  );
}
