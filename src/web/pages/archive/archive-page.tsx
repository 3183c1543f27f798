import { Group, Select, Text } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../../shell/empty.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { useFormat } from "../../words/format.ts";
import { useCriteria } from "./criteria.ts";
import { ExportButton } from "./export-button.tsx";
import { agreementsFound, countFound } from "./find-agreements.ts";
import { ResultList } from "./result-list.tsx";
import { SavedSearches } from "./saved-searches.tsx";
import { SearchForm } from "./search-form.tsx";

/** The archive page: a search in all texts and languages. Its address can be saved and shared. */
export function ArchivePage() {
  const { t } = useTranslation("archive");
  const { number } = useFormat();
  const { found, change } = useCriteria();
  const list = useInfiniteQuery({ ...agreementsFound(found), placeholderData: keepPreviousData });
  const count = useQuery({
    queryKey: ["agreements", "count", found],
    queryFn: () => countFound(found),
    placeholderData: keepPreviousData,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = list;
  const onMore = useCallback(() => {
    if (!isFetchingNextPage) fetchNextPage();
  }, [isFetchingNextPage, fetchNextPage]);
  const narrowed = Object.keys(found).some((name) => name !== "sort");
  const words = narrowed ? "none" : "empty";
  return (
    <Page
      title={t("title")}
      size="fluid"
      actions={
        <>
          <SavedSearches />
          <ExportButton found={found} />
        </>
      }
    >
      <SearchForm />
      <Group justify="space-between">
        <Text fw={600} role="status">
          {count.data &&
            t(count.data.atLeast ? "atLeast" : "found", {
              count: count.data.count,
              shown: number(count.data.count),
            })}
        </Text>
        <Select
          aria-label={t("sort")}
          size="xs"
          w={190}
          allowDeselect={false}
          data={(["newest", "updated"] as const).map((value) => ({ value, label: t(value) }))}
          value={found.sort ?? "newest"}
          onChange={(sort) => change({ sort: sort === "newest" ? "" : (sort ?? "") })}
        />
      </Group>
      <ErrorAlert error={list.error} />
      {list.isPending && <Loading />}
      {list.data && items.length === 0 && (
        <Empty title={t(`${words}.title`)}>{t(`${words}.text`)}</Empty>
      )}
      {items.length > 0 && (
        <ResultList
          items={items}
          count={count.data && !count.data.atLeast ? count.data.count : null}
          more={hasNextPage}
          onMore={onMore}
        />
      )}
    </Page>
  );
}
