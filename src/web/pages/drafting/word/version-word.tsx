import { Button, Menu } from "@mantine/core";
import { IconFileTypeDocx } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../../api/agreement.ts";
import { readVersion, versionsQuery } from "../../../api/versions.ts";
import { readThreads } from "../../../comments/threads.ts";
import { ErrorAlert } from "../../../shell/error-alert.tsx";
import { saveFile } from "../../../shell/save-file.ts";
import { aroundOf } from "../../../text/around-text.tsx";
import { useFormat } from "../../../words/format.ts";
import { useDesk } from "../desk.tsx";
import { fileName } from "./file-name.ts";

type Props = { agreement: Agreement; number: number; newest: number };
type WordExport = { language: string; compared: boolean };

/**
 * Downloads a version as a Word document, or the changes from it to the newest version as tracked changes with
 * comments.
 */
export function VersionWord({ agreement, number, newest }: Props) {
  const { t } = useTranslation("drafting");
  const { languageName, worded } = useFormat();
  const { languages } = useDesk().draft.store;
  const { data: versions } = useQuery(versionsQuery(agreement.id));
  const give = useMutation({
    mutationFn: async ({ language, compared }: WordExport) => {
      const from = (await readVersion(agreement.id, number))[language] ?? "";
      if (!compared) {
        const { exportText } = await import("../../../word/export-text.ts");
        const file = await exportText(from, language, aroundOf(agreement));
        return saveFile(file, { name: fileName(agreement.reference, number, language) });
      }
      const to = (await readVersion(agreement.id, newest))[language] ?? "";
      const last = versions?.find((one) => one.number === newest);
      const { exportComparison } = await import("./export-comparison.ts");
      const by = { author: worded(last?.author ?? {}), date: last?.createdAt ?? "" };
      const threads = await readThreads(agreement.id, language);
      const file = await exportComparison({
        ...{ from, to, language, by, threads, around: aroundOf(agreement) },
        nameOf: worded,
      });
      saveFile(file, { name: fileName(agreement.reference, `${number}-${newest}`, language) });
    },
  });
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button
            size="compact-xs"
            variant="default"
            loading={give.isPending}
            leftSection={<IconFileTypeDocx size={14} aria-hidden />}
            aria-label={t("word.of", { number })}
          >
            {t("word.menu")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {languages.map((language) => (
            <Menu.Item key={language} onClick={() => give.mutate({ language, compared: false })}>
              {t("word.download", { language: languageName(language) })}
            </Menu.Item>
          ))}
          {number < newest &&
            languages.map((language) => (
              <Menu.Item key={language} onClick={() => give.mutate({ language, compared: true })}>
                {t("word.compare", { language: languageName(language) })}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <ErrorAlert error={give.error} />
    </>
  );
}
