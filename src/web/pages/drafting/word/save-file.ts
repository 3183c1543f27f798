/** Downloads a file under a name. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** `DEP-2026-001-en.docx` */
export function fileName(reference: string, ...parts: (string | number)[]): string {
  return `${[reference.replaceAll("/", "-"), ...parts].join("-")}.docx`;
}
