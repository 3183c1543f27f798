import { Anchor, Button, Stack, Text } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Empty } from "../../shell/empty.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { useFormat } from "../../words/format.ts";
import { EntryCard } from "./entry-card.tsx";
import { FilterForm } from "./filter-form.tsx";
import { type Narrowed, narrowing, registerQuery } from "./register.ts";

const Charts = lazy(() => import("./charts.tsx"));

/** The public register. Words and filters are in the address. */
export function RegisterPage() {
  const { t } = useTranslation("register");
  const { number } = useFormat();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const found = only(search);
  const change = (changed: Narrowed, replace = false) =>
    navigate({ to: ".", search: only({ ...found, ...changed }), replace, resetScroll: false });
  const list = useInfiniteQuery({ ...registerQuery(found), placeholderData: keepPreviousData });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const words = Object.keys(found).length > 0 ? "none" : "empty";
  return (
    <Page title={t("title")} size="lg">
      <Text>{t("lead")}</Text>
      <FilterForm found={found} change={change} clear={() => navigate({ to: ".", search: {} })} />
      <ErrorAlert error={list.error} />
      {list.isPending && <Loading />}
      <Text role="status" size="sm" c="dimmed">
        {list.data && t("found", { count: items.length, shown: number(items.length) })}
      </Text>
      {list.data && items.length === 0 && (
        <Empty title={t(`${words}.title`)}>{t(`${words}.text`)}</Empty>
      )}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: "none" }}>
        {items.map((one) => (
          <EntryCard key={one.id} entry={one} />
        ))}
      </Stack>
      {list.hasNextPage && (
        <Button
          variant="default"
          className="no-print"
          loading={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {t("more", { ns: "shell" })}
        </Button>
      )}
      <Text className="no-print">
        <Anchor renderRoot={(props) => <Link to="/register/notifications" {...props} />}>
          {t("notifications")}
        </Anchor>
      </Text>
      <Suspense fallback={<Loading />}>
        <Charts choose={change} />
      </Suspense>
    </Page>
  );
}

function only(given: Record<string, unknown>): Narrowed {
  return Object.fromEntries(
    narrowing.flatMap((name) => (given[name] ? [[name, String(given[name])]] : [])),
  );
}
