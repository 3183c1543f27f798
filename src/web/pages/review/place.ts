/** The name of an article's place on the page; 0 is the title with the preamble. */
export const placeOf = (article: number) => `article-${article}`;

/** Goes to an article and puts the focus there, once it is on the page. */
export function goTo(article: number, tries = 20): void {
  const place = document.getElementById(placeOf(article));
  if (place) {
    place.scrollIntoView({ block: "start" });
    place.focus({ preventScroll: true });
  } else if (tries > 0) setTimeout(() => goTo(article, tries - 1), 100);
}

/** The words that are chosen within an element; empty where they lie elsewhere. */
export function chosenIn(element: Element | null): string {
  const selection = getSelection();
  const inside = element && selection?.anchorNode && element.contains(selection.anchorNode);
  return inside ? (selection.toString().trim().split("\n")[0] ?? "") : "";
}
