import { Button, Menu } from "@mantine/core";
import { IconFileTypeDocx } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../../api/agreement.ts";
import { ErrorAlert } from "../../../shell/error-alert.tsx";
import { saveFile } from "../../../shell/save-file.ts";
import { aroundOf } from "../../../text/around-text.tsx";
import { useFormat } from "../../../words/format.ts";
import { useDesk } from "../desk.tsx";
import { fileName } from "./file-name.ts";

const ImportWord = lazy(() => import("./import-word.tsx"));

/** Exports the working text to Word and imports it, one language at a time. */
export function WordMenu({ agreement, languages }: { agreement: Agreement; languages: string[] }) {
  const { t } = useTranslation("drafting");
  const { languageName } = useFormat();
  const { draft, writable } = useDesk();
  const [importing, setImporting] = useState<string | null>(null);
  const give = useMutation({
    mutationFn: async (language: string) => {
      draft.store.flush();
      const { exportText } = await import("../../../word/export-text.ts");
      const file = await exportText(draft.store.markdown(language), language, aroundOf(agreement));
      saveFile(file, { name: fileName(agreement.reference, language) });
    },
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            loading={give.isPending}
            leftSection={<IconFileTypeDocx size={16} aria-hidden />}
          >
            {t("word.menu")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t("word.what")}</Menu.Label>
          {languages.map((tag) => (
            <Menu.Item key={tag} onClick={() => give.mutate(tag)}>
              {t("word.export", { language: languageName(tag) })}
            </Menu.Item>
          ))}
          {writable && (
            <>
              <Menu.Divider />
              {languages.map((tag) => (
                <Menu.Item key={tag} onClick={() => setImporting(tag)}>
                  {t("word.import", { language: languageName(tag) })}
                </Menu.Item>
              ))}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <ErrorAlert error={give.error} />
      {importing && (
        <Suspense>
          <ImportWord language={importing} close={() => setImporting(null)} />
        </Suspense>
      )}
    </>
  );
}
