import { Stack, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Act } from "../../acts/form.ts";
import type { Agreement } from "../../api/agreement.ts";
import { AgreementCorrections } from "../../parties/agreement-corrections.tsx";
import { Notifications } from "../../parties/notifications.tsx";
import { OwnActs } from "./own-acts.tsx";
import { OwnRecord } from "./own-record.tsx";

/** Acts offered elsewhere: at the top of the page, on a page of their own, or in the authority part. */
const elsewhere: readonly Act[] = [
  "approve",
  "request-changes",
  "decline",
  "initial",
  "sign",
  "designate",
  "present-credentials",
  "clear-signature",
  "revoke-credentials",
];

/** What the party has done, its standing, and the acts still open to it. */
export default function ActsPart({ agreement, party }: { agreement: Agreement; party: string }) {
  const { t } = useTranslation("representative");
  return (
    <Stack gap="lg">
      <OwnRecord agreement={agreement} party={party} />
      <Notifications agreement={agreement} />
      <AgreementCorrections agreement={agreement} />
      <section aria-labelledby="own-acts">
        <Title order={2} size="h4" id="own-acts" mb="xs">
          {t("ownActs")}
        </Title>
        <OwnActs agreement={agreement} party={party} only={(act) => !elsewhere.includes(act)} />
      </section>
    </Stack>
  );
}
