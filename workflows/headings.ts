/** How an agreement heads what treaties call articles; a memorandum that binds nobody has sections. */
export const headings = ["articles", "sections"] as const;
export type Headings = (typeof headings)[number];

/** Sections for an instrument that is meant to bind nobody: its words are not those of a treaty. */
export function usualHeadings({ binding }: { binding: boolean }): Headings {
  return binding ? "articles" : "sections";
}
