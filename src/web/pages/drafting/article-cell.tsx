import { ActionIcon, Text } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { lazy, memo, Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import { directionOf } from "#src/text/languages.ts";
import { useFormat } from "../../words/format.ts";
import { useDesk, usePart } from "./desk.tsx";
import classes from "./draft.module.css";
import { spotAt } from "./editor/spot.ts";
import { farWords } from "./far-words.ts";
import type { Row } from "./model/draft-store.ts";
import { ReadArticle } from "./read-article.tsx";
import { useNear } from "./use-near.ts";
import { useOpen } from "./use-place.ts";

const ArticleEditor = lazy(() => import("./editor/article-editor.tsx"));

type Props = { row: Row; language: string; name: string };

/** An article in one language. Shown as printed, and as an editor once someone enters it. */
export const ArticleCell = memo(function ArticleCell({ row, language, name }: Props) {
  const { t } = useTranslation("drafting");
  const { languageName } = useFormat();
  const { place, writable } = useDesk();
  const id = row.ids[language];
  const part = usePart(language, id);
  const open = useOpen(language, id) && writable;
  const { ref, near } = useNear();
  const button = useRef<HTMLButtonElement>(null);
  if (!part || !id) {
    return (
      <div className={classes.cell}>
        <Text size="sm" c="dimmed">
          {t("noText", { language: languageName(language) })}
        </Text>
      </div>
    );
  }
  const label = { article: name, language: languageName(language) };
  const leave = () => {
    place.enter(null);
    setTimeout(() => button.current?.focus());
  };
  return (
    <div ref={ref} className={classes.cell} data-open={open || undefined}>
      {open ? (
        <Suspense fallback={<ReadArticle part={part} row={row} language={language} />}>
          <ArticleEditor
            part={part}
            row={row}
            language={language}
            label={label}
            spot={place.open()?.spot ?? null}
            leave={leave}
          />
        </Suspense>
      ) : (
        <>
          {writable && (
            <ActionIcon
              ref={button}
              className={classes.pencil}
              variant="default"
              onClick={() => place.enter({ language, id })}
              aria-label={t("edit", label)}
            >
              <IconPencil size={16} aria-hidden />
            </ActionIcon>
          )}
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the button beside it */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has the button beside it */}
          <div
            onClick={({ currentTarget, clientX, clientY }) => {
              // Selecting words to copy them does not open the editor.
              if (!writable || !getSelection()?.isCollapsed) return;
              place.enter({ language, id, spot: spotAt(currentTarget, clientX, clientY) });
            }}
          >
            {near ? (
              <ReadArticle part={part} row={row} language={language} />
            ) : (
              <div className={classes.far} lang={language} dir={directionOf(language)}>
                {farWords(part.markdown)}
              </div>
            )}
          </div>
        </>
      )}
    </div>
  );
});
