/** A clause with blanks in place of missing values. */
export function withBlanks(markdown: string): string {
  return markdown.replaceAll(/\{\{[a-z_:-]+\}\}/g, "\\_\\_\\_\\_\\_\\_");
}
