import { Button } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { actOf } from "../../api/act.ts";
import { useAgreement } from "../../api/agreement.ts";
import { useSession } from "../../api/session.ts";
import { Empty } from "../../shell/empty.tsx";
import { Fault } from "../../shell/fault.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { useFormat } from "../../words/format.ts";
import { Worded } from "../../words/worded.tsx";
import { Zone } from "../../words/zone.ts";
import { Blocked } from "./blocked.tsx";
import { Signed } from "./signed.tsx";
import { ToSign } from "./to-sign.tsx";

/** The signing page: the choices, the exact file, and the signature. */
export function SigningPage() {
  const { t } = useTranslation("signing");
  const { id = "" } = useParams({ strict: false });
  const { worded } = useFormat();
  const session = useSession();
  const { data: agreement, error } = useAgreement(id);
  if (!agreement) return error ? <Fault error={error} /> : <Loading />;
  const party = session?.party;
  const own = agreement.parties.find(({ code }) => code === party);
  const sign = actOf(agreement, "sign");
  return (
    <Zone value={agreement.terms.zone}>
      <Page
        title={t("title")}
        about={worded(agreement.title)}
        size="md"
        kicker={
          <Link to="/agreements/$id" params={{ id }} style={{ color: "inherit" }}>
            <Worded of={agreement.title} />
          </Link>
        }
      >
        {!party || !own ? (
          <Empty title={t("notYours")}>
            <Button
              mt="sm"
              variant="default"
              renderRoot={(props) => <Link to="/agreements/$id" params={{ id }} {...props} />}
            >
              {t("toAgreement")}
            </Button>
          </Empty>
        ) : own.signed ? (
          <Signed agreement={agreement} party={party} />
        ) : sign?.allowed ? (
          <ToSign agreement={agreement} party={party} />
        ) : (
          <Blocked agreement={agreement} party={party} />
        )}
      </Page>
    </Zone>
  );
}
