import { type RefObject, useLayoutEffect, useRef } from "react";

/** Where on the screen somebody reads: a little below the bar of languages. */
const line = 200;

type ReadingPlace = { article: string; top: number };

/**
 * Keeps the article that is being read where it is on the screen while what surrounds it changes, as when the
 * language does. Call what it answers before the change; `shown` names what is on the screen.
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
    const read = articles.find((one) => one.getBoundingClientRect().bottom > line);
    const first = read === articles[0] && (read?.getBoundingClientRect().top ?? 0) > 0;
    place.current =
      read && !first
        ? { article: read.dataset.article ?? "", top: read.getBoundingClientRect().top }
        : null;
  };
}
