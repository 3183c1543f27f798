/** Escapes a value so that no part of it is Markdown: it prints literally, also at the beginning of a line. */
export function literal(value: string): string {
  return value
    .replaceAll(/[ \t\r\n]+/g, " ")
    .trim()
    .replaceAll(/[\\`*_[\]<>|&#]/g, "\\$&")
    .replace(/^([-+=~])/, "\\$1")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
