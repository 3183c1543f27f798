import { Anchor, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { agreementsQuery } from "../../api/agreements.ts";
import { holds, useSession } from "../../api/session.ts";
import { AgreementRows } from "../../shell/agreement-rows.tsx";
import { Empty } from "../../shell/empty.tsx";

/** The agreements that were changed last. */
export function Recent() {
  const { t } = useTranslation("home");
  const session = useSession();
  const { data } = useInfiniteQuery(agreementsQuery({ sort: "updated" }, 6));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section aria-labelledby="recent">
      <Title order={2} size="h3" id="recent" mb="sm">
        {t("recent.title")}
      </Title>
      {data && items.length === 0 && (
        <Empty title={t("recent.none")}>
          {holds(session, "legal-officer") ? t("recent.noneOfficer") : t("recent.noneText")}
        </Empty>
      )}
      <AgreementRows items={items} />
      {items.length > 0 && (
        <Anchor
          renderRoot={(props) => <Link to="/agreements" {...props} />}
          mt="sm"
          display="inline-block"
        >
          {t("recent.all")}
        </Anchor>
      )}
    </section>
  );
}
