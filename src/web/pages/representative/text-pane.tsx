import { Stack } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useDeferredValue, useRef, useState } from "react";
import type { Agreement } from "../../api/agreement.ts";
import { queryClient } from "../../api/query.ts";
import { threadsQuery } from "../../comments/threads.ts";
import { ErrorAlert } from "../../shell/error-alert.tsx";
import { Loading } from "../../shell/loading.tsx";
import { useArticleInAddress } from "../../text/article-in-address.ts";
import { useFormat } from "../../words/format.ts";
import { Articles } from "./articles.tsx";
import { Changed } from "./changed.tsx";
import { LanguageBar } from "./language-bar.tsx";
import { type ShownText, textQuery } from "./texts.ts";

import { useKeptPlace } from "./use-kept-place.ts";

/** The text in the reader's language, with another beside it if there is room. */
export function TextPane({ agreement }: { agreement: Agreement }) {
  const { id, textVersion } = agreement;
  const { language } = useFormat();
  const [chosen, choose] = useState(() => firstLanguage(agreement, language));
  const [beside, setBeside] = useState<string | null>(null);
  const languages = beside && beside !== chosen ? [chosen, beside] : [chosen];
  const shown = useQueries({
    queries: languages.map((one) => textQuery(id, one, textVersion)),
    combine: (results) => ({
      texts: results.flatMap(({ data }) => data ?? []),
      error: results.find(({ error }) => error)?.error ?? null,
      complete: results.every(({ data }) => data),
    }),
  });
  const place = useRef<HTMLDivElement>(null);
  // Deferred: the language bar must react at once. The previous text stays until the new one is rendered.
  const texts = useDeferredValue(useComplete(shown));
  const keepPlace = useKeptPlace(place, texts?.map((text) => text.language).join(" ") ?? "");
  useArticleInAddress(
    (article) => place.current?.querySelector<HTMLElement>(`[data-article="${article}"]`) ?? null,
  );
  return (
    <Stack gap="md">
      <Changed agreement={agreement} language={chosen} />
      <LanguageBar
        languages={agreement.languages}
        chosen={chosen}
        beside={beside}
        choose={(one) => {
          keepPlace();
          choose(one);
        }}
        setBeside={(one) => {
          keepPlace();
          setBeside(one);
        }}
      />
      <ErrorAlert error={shown.error} />
      <div ref={place}>
        {texts ? <Articles agreement={agreement} texts={texts} /> : !shown.error && <Loading />}
      </div>
    </Stack>
  );
}

/** The texts of the last complete load. */
function useComplete({ texts, complete }: { texts: ShownText[]; complete: boolean }) {
  const last = useRef<ShownText[]>(null);
  if (complete) last.current = texts;
  return last.current;
}

/** Loads the text and its comments before the page is rendered. */
export async function beginText(agreement: Agreement, own: string): Promise<void> {
  const { id, textVersion } = agreement;
  const language = firstLanguage(agreement, own);
  await Promise.all([
    queryClient.prefetchQuery(textQuery(id, language, textVersion)),
    queryClient.prefetchQuery(threadsQuery(id)),
  ]);
}

/** The reader's language if the instrument has it, otherwise the prevailing language, otherwise the first. */
function firstLanguage({ languages, prevailing }: Agreement, own: string): string {
  return languages.find((one) => one === own) ?? prevailing ?? languages[0] ?? "en";
}
