/** Downloads text, bytes or a blob as a file. A blob has a type of its own. */
export function saveFile(
  content: string | Uint8Array<ArrayBuffer> | Blob,
  { name, type }: { name: string; type?: string },
): void {
  const file = content instanceof Blob ? content : new Blob([content], { type });
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // By then the browser has read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
