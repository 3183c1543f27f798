import { Anchor, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAgreement } from "../../api/agreement.ts";
import { participationQuery } from "../../api/participation.ts";
import { AgreementCorrections } from "../../parties/agreement-corrections.tsx";
import { Claims } from "../../parties/claims.tsx";
import { DepositPapers } from "../../parties/deposit-papers.tsx";
import { LaterAgreements } from "../../parties/later-agreements.tsx";
import { Notifications } from "../../parties/notifications.tsx";
import { Statements } from "../../parties/statements.tsx";
import { usePartyName } from "../../parties/use-parties.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Fault } from "../../shell/fault.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { StageBadge } from "../../shell/stage-badge.tsx";
import { AroundText } from "../../text/around-text.tsx";
import { Zone } from "../../words/zone.ts";
import { ArchiveActs } from "./archive-acts.tsx";
import { Attached } from "./attached.tsx";
import { Copies } from "./copies.tsx";
import { Custody } from "./custody.tsx";
import { Dates } from "./dates.tsx";
import { History } from "./history.tsx";
import { Notes } from "./notes.tsx";
import { RelationBetween } from "./relation.tsx";
import { StatusTable } from "./status-table.tsx";
import { UnitedNations } from "./un-registration.tsx";

/** The record of an agreement: its history, the files in custody, and the archivist's acts. */
export function RecordPage() {
  const { t } = useTranslation("record");
  const { id = "" } = useParams({ strict: false });
  const { data: agreement, error } = useAgreement(id);
  const nameOf = usePartyName();
  const participation = useQuery(participationQuery(id));
  if (error && !agreement) return <Fault error={error} />;
  if (!agreement) return <Loading />;
  const published = agreement.publish && agreement.publish.dissemination !== "withheld";
  return (
    <AroundText of={agreement}>
      <Zone value={agreement.terms.zone}>
        <Page
          title={agreement.title}
          about={t("title")}
          kicker={
            <>
              {t("of", { reference: agreement.reference })} <StageBadge stage={agreement.stage} />
            </>
          }
          actions={
            <>
              {published && (
                <Anchor
                  renderRoot={(props) => <Link to="/register/$id" params={{ id }} {...props} />}
                >
                  {t("register")}
                </Anchor>
              )}
              <Anchor
                renderRoot={(props) => <Link to="/agreements/$id" params={{ id }} {...props} />}
              >
                {t("back")}
              </Anchor>
            </>
          }
        >
          <Stack gap="xl">
            <ErrorAlert error={participation.error} />
            {participation.data && (
              <>
                <StatusTable agreement={agreement} participation={participation.data} />
                <Statements
                  of={participation.data.participants.map(({ party, statements }) => ({
                    code: party,
                    name: nameOf(party),
                    statements,
                  }))}
                  nameOf={nameOf}
                />
                <Notes participants={participation.data.participants} />
                <LaterAgreements of={participation.data.laterBetween} nameOf={nameOf} />
                <Claims
                  claims={participation.data.claims}
                  suspensions={participation.data.suspensions}
                  nameOf={nameOf}
                />
                {agreement.publish && (
                  <RelationBetween
                    agreement={agreement}
                    parties={participation.data.participants.map(({ party }) => party)}
                  />
                )}
                <Dates participation={participation.data} />
              </>
            )}
            <Notifications agreement={agreement} />
            <DepositPapers agreement={agreement} />
            <AgreementCorrections agreement={agreement} />
            <Custody agreement={agreement} />
            <ArchiveActs agreement={agreement} />
            <UnitedNations agreement={agreement} />
            <Copies agreement={agreement} />
            <Attached agreement={agreement} />
            <History agreement={agreement} />
          </Stack>
        </Page>
      </Zone>
    </AroundText>
  );
}
