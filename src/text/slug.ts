/** A heading as the target of a reference: lower case, letters and digits of any script, `-` between. */
export function slugOf(heading: string): string {
  return heading
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
}

/**
 * Finds an article's number by its heading's slug or by `article-3`, which takes precedence. Returns `"several"` if
 * more than one article has the heading, because a reference must mean one.
 */
export function slugsOf(headings: string[]): (slug: string) => number | "several" | undefined {
  const numbers = new Map<string, number | "several">();
  for (const [index, heading] of headings.entries()) {
    const slug = slugOf(heading);
    numbers.set(slug, numbers.has(slug) ? "several" : index + 1);
  }
  for (const index of headings.keys()) numbers.set(`article-${index + 1}`, index + 1);
  return (slug) => numbers.get(slug);
}
