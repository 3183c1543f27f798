import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";

/** How often and in which steps to look for an article that is not rendered yet. */
const [tries, pauseMs] = [50, 100];

/**
 * Scrolls to the article that the address names (`#article-5`) and focuses it, once it is rendered. `find` returns an
 * article's element.
 */
export function useArticleInAddress(find: (article: number) => HTMLElement | null): void {
  const { hash, state } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: following the same link again goes there again
  useEffect(() => {
    const [, number] = hash.match(/^article-(\d+)$/) ?? [];
    if (number === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = (left: number) => {
      const place = find(Number(number));
      if (!place) {
        if (left > 0) timer = setTimeout(() => look(left - 1), pauseMs);
        return;
      }
      place.scrollIntoView({ block: "start" });
      place.focus({ preventScroll: true });
    };
    look(tries);
    return () => clearTimeout(timer);
  }, [hash, state]);
}
