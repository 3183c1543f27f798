/** A value in which nothing is Markdown: it prints as it stands, also at the beginning of a line. */
export function literal(value: string): string {
  return value
    .replaceAll(/[ \t\r\n]+/g, " ")
    .trim()
    .replaceAll(/[\\`*_[\]<>|&#]/g, "\\$&")
    .replace(/^([-+=~])/, "\\$1")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
