/** The name of a Word file, such as `DEP-2026-001-en.docx`. */
export function fileName(reference: string, ...parts: (string | number)[]): string {
  return `${[reference.replaceAll("/", "-"), ...parts].join("-")}.docx`;
}
