import { Button, SegmentedControl } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Filters } from "../../api/agreements.ts";
import { holds, useSession } from "../../api/session.ts";
import { Page } from "../../shell/page.tsx";
import { AgreementTable } from "./agreement-table.tsx";
import { Board } from "./board.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { SavedFilters } from "./saved-filters.tsx";

/** The agreements that this person may see, as a board by stage or as a table, with filters. */
export function AgreementsPage() {
  const { t } = useTranslation("agreements");
  const session = useSession();
  const navigate = useNavigate();
  const { view, ...filters } = useSearch({ strict: false }) as Filters & { view?: string };
  const shown = view ?? (filters.stage || filters.q ? "table" : "board");
  const show = (next: Record<string, string | undefined>) => {
    const search = Object.fromEntries(
      Object.entries({ ...filters, view: shown, ...next }).filter(([, value]) => value),
    );
    return navigate({ to: "/agreements", search, replace: true });
  };
  return (
    <Page
      title={t("title")}
      actions={
        <>
          <SegmentedControl
            value={shown}
            onChange={(chosen) => show({ view: chosen })}
            aria-label={t("view")}
            data={[
              { value: "board", label: t("board") },
              { value: "table", label: t("table") },
            ]}
          />
          <SavedFilters
            filters={filters}
            apply={(kept) => navigate({ to: "/agreements", search: { ...kept, view: "table" } })}
          />
          {holds(session, "legal-officer") && (
            <Button
              leftSection={<IconPlus size={18} aria-hidden />}
              renderRoot={(props) => <Link to="/agreements/new" {...props} />}
            >
              {t("new")}
            </Button>
          )}
        </>
      }
    >
      <FilterBar filters={filters} show={show} withStage={shown === "table"} />
      {shown === "board" ? <Board filters={filters} /> : <AgreementTable filters={filters} />}
    </Page>
  );
}
