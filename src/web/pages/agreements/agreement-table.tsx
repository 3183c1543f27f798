import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { agreementsQuery, type Filters } from "../../api/agreements.ts";
import { AgreementRows } from "../../shell/agreement-rows.tsx";
import { Empty } from "../../shell/empty.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";

/** The agreements that match the filters, one page at a time. */
export function AgreementTable({ filters }: { filters: Filters }) {
  const { t } = useTranslation("agreements");
  const list = useInfiniteQuery(agreementsQuery(filters));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <Loading />;
  return (
    <>
      <ErrorAlert error={list.error} />
      {list.data && items.length === 0 && <Empty title={t("none")}>{t("noneText")}</Empty>}
      <AgreementRows items={items} />
      {list.hasNextPage && (
        <Button
          variant="default"
          onClick={() => list.fetchNextPage()}
          loading={list.isFetchingNextPage}
        >
          {t("more")}
        </Button>
      )}
    </>
  );
}
