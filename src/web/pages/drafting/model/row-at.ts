export const rowAt = (at: number) => `article-${at}`;

/** Scrolls to an article and focuses it. */
export function goToRow(at: number): void {
  const row = document.getElementById(rowAt(at));
  row?.scrollIntoView({ block: "start" });
  row?.focus({ preventScroll: true });
}

/** The row that contains a line of a text. Lines count from 1. */
export function rowOfLine(parts: { markdown: string }[], line: number): number {
  let left = line;
  for (const [at, { markdown }] of parts.entries()) {
    left -= markdown.split("\n").length - 1;
    if (left <= 0) return at;
  }
  return Math.max(0, parts.length - 1);
}
