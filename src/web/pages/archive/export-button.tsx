import { Button } from "@mantine/core";
import { IconTableExport } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usePartyName } from "../../parties/use-parties.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { saveFile } from "../../shell/save-file.ts";
import { toCsv } from "../../shell/to-csv.ts";
import { useFormat } from "../../words/format.ts";
import { useGoals } from "../../words/goals.ts";
import { useNames } from "../../words/names.ts";
import type { Criteria } from "./criteria.ts";
import { pageOf } from "./find-agreements.ts";

/** Exports all results as CSV, not only those loaded. */
export function ExportButton({ found }: { found: Criteria }) {
  const { t } = useTranslation("archive");
  const { number, worded, languageName } = useFormat();
  const party = usePartyName();
  const { area, stage } = useNames();
  const { name } = useGoals();
  const [collected, setCollected] = useState(0);
  const collect = useMutation({
    mutationFn: async () => {
      setCollected(0);
      const rows: string[][] = [];
      for (let cursor: string | null = ""; cursor !== null; ) {
        const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(found, cursor, 200);
        for (const one of page.items) {
          rows.push([
            one.reference,
            worded(one.title),
            one.parties.map((code) => party(code)).join("; "),
            one.languages.map(languageName).join("; "),
            one.areas.map(area).join("; "),
            one.goals.map((goal) => `${goal} ${name(goal)}`).join("; "),
            stage(one.stage),
            one.createdOn,
            one.publishedOn ?? "",
            one.zone,
          ]);
        }
        setCollected(rows.length);
        cursor = page.next;
      }
      saveFile(toCsv([columns.map((column) => t(column)), ...rows]), {
        name: "agreements.csv",
        type: "text/csv",
      });
    },
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTableExport size={18} aria-hidden />}
        onClick={() => collect.mutate()}
        disabled={collect.isPending}
      >
        {collect.isPending ? t("csvRunning", { shown: number(collected) }) : t("csv")}
      </Button>
      <ErrorAlert error={collect.error} />
    </>
  );
}

const columns = [
  "reference",
  "agreement",
  "parties",
  "languages",
  "areas",
  "goals",
  "stage",
  "begun",
  "published",
  "zone",
] as const;
