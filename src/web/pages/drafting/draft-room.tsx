import { Alert, Box, Drawer, Flex } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TermName } from "#src/text/terms-in-words.ts";
import { actOf } from "../../api/act.ts";
import type { Agreement } from "../../api/agreement.ts";
import type { WorkingText } from "../../api/contract.d.ts";
import { useFormat } from "../../words/format.ts";
import { ArticleRow } from "./article-row.tsx";
import { Conflicts } from "./conflicts.tsx";
import { type Desk, DeskProvider, useRows } from "./desk.tsx";
import classes from "./draft.module.css";
import { DraftTools } from "./draft-tools.tsx";
import { KeptWords } from "./kept-words.tsx";
import { goToRow } from "./model/row-at.ts";
import type { SavedTerms } from "./model/terms-draft.ts";
import { WritingPlace } from "./model/writing-place.ts";
import { type PanelName, SidePanel } from "./panel/side-panel.tsx";
import { useTermsDraft } from "./terms/use-terms-draft.ts";
import { useChosenLanguages } from "./use-chosen-languages.ts";
import { useDraft } from "./use-draft.ts";
import { usePresence } from "./use-presence.ts";

type Props = { agreement: Agreement; opened: WorkingText[]; saved: SavedTerms };

/** The drafting page: articles in languages side by side, and the side panel. */
export function DraftRoom({ agreement, opened, saved }: Props) {
  const { t } = useTranslation(["drafting", "shell"]);
  const { party, language } = useFormat();
  const draft = useDraft(agreement.id, opened);
  const terms = useTermsDraft(agreement, draft, saved);
  const [place] = useState(() => new WritingPlace());
  const rows = useRows(draft.store);
  const wide = useMediaQuery("(min-width: 62em)") ?? true;
  const roomy = useMediaQuery("(min-width: 88em)") ?? false;
  const [languages, choose] = useChosenLanguages(draft.store.languages, wide ? (roomy ? 3 : 2) : 1);
  const [panel, { toggle, open, close }] = useDisclosure(false);
  const [tab, setTab] = useState<PanelName>("checks");
  const [openTerms, setOpenTerms] = useState<TermName[]>([]);
  const writable = actOf(agreement, "revise-text")?.allowed ?? false;
  usePresence(draft, place);
  const showTerms = useCallback(
    (term?: TermName) => {
      setTab("terms");
      if (term) setOpenTerms([term]);
      open();
    },
    [open],
  );
  const showArticle = useCallback(
    (article: number) => {
      if (!wide) close();
      // After a closing drawer has released the focus.
      setTimeout(() => goToRow(article), wide ? 0 : 250);
    },
    [wide, close],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name of a party changes with the language only
  const desk = useMemo<Desk>(() => {
    const parties = agreement.parties.map(({ code, names }) => ({
      code,
      name: party(code, names),
      names,
    }));
    const { reference } = agreement;
    return { draft, place, terms, reference, parties, writable, showTerms, showArticle };
  }, [draft, place, terms, writable, agreement.parties, language, showArticle, showTerms]);
  /** Goes to a place in the text: shows its language and, on a small screen, closes the drawer. */
  const show = (language: string) => {
    if (!languages.includes(language)) choose(wide ? [...languages, language] : [language]);
    if (!wide) close();
  };
  const side = (
    <SidePanel
      agreement={agreement}
      show={show}
      tab={tab}
      setTab={setTab}
      openTerms={openTerms}
      setOpenTerms={setOpenTerms}
    />
  );
  const lastArticle = rows.filter(({ kind }) => kind === "article").length;
  return (
    <DeskProvider value={desk}>
      <DraftTools
        agreement={agreement}
        languages={languages}
        choose={choose}
        wide={wide}
        panel={panel}
        togglePanel={toggle}
      />
      <KeptWords />
      <Conflicts />
      {!writable && <Alert color="blue">{t("readOnly")}</Alert>}
      <Flex gap="lg" align="start">
        <Box flex={1} miw={0}>
          {rows.map((row, at) => (
            <ArticleRow
              key={row.id}
              row={row}
              at={at}
              languages={languages}
              last={row.kind === "article" && row.number === lastArticle}
            />
          ))}
        </Box>
        {wide && panel && (
          <Box w={400} className={classes.side}>
            {side}
          </Box>
        )}
      </Flex>
      {!wide && (
        <Drawer
          opened={panel}
          onClose={close}
          position="bottom"
          size="85%"
          title={t("panel.title")}
          closeButtonProps={{ "aria-label": t("close", { ns: "shell" }) }}
        >
          {side}
        </Drawer>
      )}
    </DeskProvider>
  );
}
