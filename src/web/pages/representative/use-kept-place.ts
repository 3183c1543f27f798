import { type RefObject, useLayoutEffect, useRef } from "react";

/** Where the reader looks, from the top of the window: a little below the language bar. */
const readingLinePx = 200;

type ReadingPlace = { article: string; top: number };

/**
 * Keeps the article being read at its place on the screen when the content around it changes, for example with the
 * language. Call the returned function before the change. `shown` identifies what is on the screen.
 */
export function useKeptPlace(root: RefObject<HTMLElement | null>, shown: string): () => void {
  const place = useRef<ReadingPlace | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text on the screen is the reason
  useLayoutEffect(() => {
    const { article, top } = place.current ?? {};
    const found = root.current?.querySelector(`[data-article="${article}"]`);
    if (!found || top === undefined) return;
    window.scrollBy({ top: found.getBoundingClientRect().top - top, behavior: "instant" });
    place.current = null;
  }, [shown]);
  return () => {
    const articles = [...(root.current?.querySelectorAll<HTMLElement>("[data-article]") ?? [])];
    const read = articles.find((one) => one.getBoundingClientRect().bottom > readingLinePx);
    const first = read === articles[0] && (read?.getBoundingClientRect().top ?? 0) > 0;
    place.current =
      read && !first
        ? { article: read.dataset.article ?? "", top: read.getBoundingClientRect().top }
        : null;
  };
}
