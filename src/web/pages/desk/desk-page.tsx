import { Button, Checkbox, Group, SegmentedControl, Select, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { type DeskFilter, deskQuery } from "../../api/desk.ts";
import { holds, useSession } from "../../api/session.ts";
import { useParties } from "../../parties/use-parties.ts";
import { Empty } from "../../shell/empty.tsx";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { Page } from "../../shell/page.tsx";
import { EntryRows } from "./entry-rows.tsx";

const PaperWindow = lazy(() => import("./paper-window.tsx"));

const directions = ["all", "in", "out"] as const;
const states = ["open", "acknowledged", "recorded", "returned"] as const;

/** The register of notes verbales and instruments. The office keeps it; a party reads its own entries. */
export function DeskPage() {
  const { t } = useTranslation("desk");
  const session = useSession();
  const keeps = holds(session, "secretariat", "legal-officer");
  const isParty = holds(session, "representative");
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const [open, setOpen] = useState(false);
  const filter = filterOf(search);
  const list = useInfiniteQuery(deskQuery(filter));
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const show = (next: Record<string, string | undefined>) =>
    navigate({ to: ".", search: { ...search, ...next }, replace: true });
  return (
    <Page
      title={t("title")}
      actions={
        keeps && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen(true)}>
            {t("register")}
          </Button>
        )
      }
    >
      <Text>{t(isParty ? "whyParty" : "why")}</Text>
      <Filters filter={filter} show={show} withParty={!isParty} />
      <ErrorAlert error={list.error} />
      {list.isPending && <Loading />}
      {list.data && items.length === 0 && (
        <Empty title={t("none")}>{!isParty && t("noneText")}</Empty>
      )}
      <EntryRows items={items} />
      {list.hasNextPage && (
        <Button
          variant="default"
          onClick={() => list.fetchNextPage()}
          loading={list.isFetchingNextPage}
        >
          {t("more")}
        </Button>
      )}
      {open && (
        <Suspense>
          <PaperWindow close={() => setOpen(false)} />
        </Suspense>
      )}
    </Page>
  );
}

function filterOf(search: Record<string, string | undefined>): DeskFilter {
  const direction = directions.find((one) => one === search.direction);
  const state = states.find((one) => one === search.state);
  return {
    ...(direction && direction !== "all" && { direction }),
    ...(state && { state }),
    ...(search.party && { party: search.party }),
    ...(search.agreement && { agreement: search.agreement }),
    ...(search.awaits === "original" && { awaits: "original" as const }),
  };
}

type Props = {
  filter: DeskFilter;
  show: (next: Record<string, string | undefined>) => void;
  withParty: boolean;
};

function Filters({ filter, show, withParty }: Props) {
  const { t } = useTranslation("desk");
  const { all, nameOf } = useParties();
  return (
    <Group gap="sm" align="end" role="search" aria-label={t("shown")}>
      <SegmentedControl
        aria-label={t("filter.direction")}
        value={filter.direction ?? "all"}
        onChange={(value) => show({ direction: value === "all" ? undefined : value })}
        data={directions.map((value) => ({
          value,
          label: value === "all" ? t("filter.all") : t(`direction.${value}`),
        }))}
      />
      <Select
        label={t("filter.state")}
        value={filter.state ?? null}
        onChange={(value) => show({ state: value ?? undefined })}
        data={states.map((value) => ({ value, label: t(`state.${value}`) }))}
        clearable
        flex="1 1 12rem"
      />
      {withParty && (
        <Select
          label={t("filter.party")}
          value={filter.party ?? null}
          onChange={(value) => show({ party: value ?? undefined })}
          data={all.map(({ code, names }) => ({ value: code, label: nameOf(code, names) }))}
          searchable
          clearable
          flex="1 1 12rem"
        />
      )}
      <Checkbox
        label={t("filter.original")}
        checked={filter.awaits === "original"}
        onChange={({ currentTarget }) =>
          show({ awaits: currentTarget.checked ? "original" : undefined })
        }
        pb="xs"
      />
    </Group>
  );
}
