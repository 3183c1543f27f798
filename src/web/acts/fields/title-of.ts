/** A title by language: the reader's, else English, else any. */
export function titleOf(title: Record<string, string>, language: string): string {
  return title[language] ?? title.en ?? Object.values(title)[0] ?? "";
}
