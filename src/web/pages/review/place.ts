/** The element id of an article. Number 0 is the title with the preamble. */
export const placeOf = (article: number) => `article-${article}`;

/** Scrolls to an article and focuses it, once it is rendered. */
export function goTo(article: number, tries = 20): void {
  const place = document.getElementById(placeOf(article));
  if (place) {
    place.scrollIntoView({ block: "start" });
    place.focus({ preventScroll: true });
  } else if (tries > 0) setTimeout(() => goTo(article, tries - 1), 100);
}

/** The text selected within an element, or an empty string. */
export function chosenIn(element: Element | null): string {
  const selection = getSelection();
  const inside = element && selection?.anchorNode && element.contains(selection.anchorNode);
  return inside ? (selection.toString().trim().split("\n")[0] ?? "") : "";
}
