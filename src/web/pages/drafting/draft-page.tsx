import { Anchor } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useAgreement } from "../../api/agreement.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Fault } from "../../shell/fault.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { StageBadge } from "../../shell/stage-badge.tsx";
import { AroundText } from "../../text/around-text.tsx";
import { Zone } from "../../words/zone.ts";
import { DraftRoom } from "./draft-room.tsx";
import { useSavedTerms } from "./terms/use-saved-terms.ts";
import { readWorkingTexts } from "./use-draft.ts";

/** Loads the texts once when the page opens. From then on the page keeps them itself. */
const textsQuery = (id: string) =>
  queryOptions({
    queryKey: ["working-texts", "opened", id],
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: () => readWorkingTexts(id),
  });

export function DraftPage() {
  const { t } = useTranslation("drafting");
  const { id = "" } = useParams({ strict: false });
  const agreement = useAgreement(id);
  const texts = useQuery(textsQuery(id));
  const saved = useSavedTerms(agreement.data, texts.data);
  const title = agreement.data?.title ?? t("title");
  if (agreement.error && !agreement.data) return <Fault error={agreement.error} />;
  return (
    <Zone value={agreement.data?.terms.zone}>
      <AroundText of={agreement.data}>
        <Page
          title={title}
          about={agreement.data && t("title")}
          size="fluid"
          kicker={
            agreement.data && (
              <>
                <Anchor
                  renderRoot={(props) => <Link to="/agreements/$id" params={{ id }} {...props} />}
                >
                  <bdi>{agreement.data.reference}</bdi>
                </Anchor>{" "}
                · {t("title")}
              </>
            )
          }
          actions={agreement.data && <StageBadge stage={agreement.data.stage} />}
        >
          <ErrorAlert error={agreement.error ?? texts.error} />
          {(agreement.isPending || texts.isPending) && <Loading />}
          {agreement.data && texts.data && saved && (
            <DraftRoom key={id} agreement={agreement.data} opened={texts.data} saved={saved} />
          )}
        </Page>
      </AroundText>
    </Zone>
  );
}
