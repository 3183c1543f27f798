/** A clause with a blank to write on where it asks for a value. */
export function withBlanks(markdown: string): string {
  return markdown.replaceAll(/\{\{[a-z_:-]+\}\}/g, "\\_\\_\\_\\_\\_\\_");
}
