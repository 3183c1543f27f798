import { ActionIcon, Button, Chip, Group, SegmentedControl, Tooltip } from "@mantine/core";
import { IconDeviceFloppy, IconLanguage, IconLayoutSidebarRight } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Agreement } from "../../api/agreement.ts";
import { useFormat } from "../../words/format.ts";
import { useDesk } from "./desk.tsx";
import classes from "./draft.module.css";
import { KeepVersion } from "./keep-version.tsx";
import { PeopleHere } from "./people-here.tsx";
import { SaveState } from "./save-state.tsx";
import { WordMenu } from "./word/word-menu.tsx";

const ChangeWords = lazy(() => import("./given/change-words.tsx"));

type Props = {
  agreement: Agreement;
  languages: string[];
  choose: (languages: string[]) => void;
  wide: boolean;
  panel: boolean;
  togglePanel: () => void;
};

/** The toolbar above the text: languages, people here, save state, and actions on the whole text. */
export function DraftTools({ agreement, languages, choose, wide, panel, togglePanel }: Props) {
  const { t } = useTranslation("drafting");
  const { languageName } = useFormat();
  const { draft, writable } = useDesk();
  const [asked, setAsked] = useState(false);
  const [changing, setChanging] = useState(false);
  const all = draft.store.languages;
  return (
    <Group className={classes.tools} gap="sm">
      {wide ? (
        <Group gap={6} role="group" aria-label={t("languages")}>
          {all.map((tag) => (
            <Chip
              key={tag}
              size="sm"
              checked={languages.includes(tag)}
              onChange={(on) => {
                const next = on ? [...languages, tag] : languages.filter((one) => one !== tag);
                if (next.length > 0) choose(next);
              }}
            >
              {languageName(tag)}
            </Chip>
          ))}
        </Group>
      ) : (
        all.length > 1 && (
          <SegmentedControl
            fullWidth
            w="100%"
            size="xs"
            aria-label={t("languages")}
            value={languages[0] ?? ""}
            onChange={(tag) => choose([tag])}
            data={all.map((tag) => ({ value: tag, label: languageName(tag) }))}
          />
        )
      )}
      <SaveState />
      <PeopleHere />
      <Group gap="xs" ms="auto">
        {writable && (
          <Tooltip label={t("wordsAround")}>
            <ActionIcon
              variant="default"
              size="md"
              onClick={() => setChanging(true)}
              aria-label={t("wordsAround")}
            >
              <IconLanguage size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
        <WordMenu agreement={agreement} languages={languages} />
        {writable && (
          <Button
            size="xs"
            leftSection={<IconDeviceFloppy size={16} aria-hidden />}
            onClick={() => setAsked(true)}
          >
            {t("version.keep")}
          </Button>
        )}
        <Tooltip label={t("panel.title")}>
          <ActionIcon
            variant={panel ? "light" : "default"}
            size="md"
            onClick={togglePanel}
            aria-label={t("panel.title")}
            aria-expanded={panel}
          >
            <IconLayoutSidebarRight size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
      {changing && (
        <Suspense>
          <ChangeWords agreement={agreement} close={() => setChanging(false)} />
        </Suspense>
      )}
      {asked && <KeepVersion agreement={agreement} close={() => setAsked(false)} />}
    </Group>
  );
}
