export type Unfit = "too-large" | "not-a-pdf" | "empty";

/** The largest file that the service checks, in bytes. The depositary's own files are smaller. */
const largest = 20 * 1024 * 1024;

/** Checks a file before it is sent. Null if nothing is wrong. */
export async function checkFile(file: File): Promise<Unfit | null> {
  if (file.size === 0) return "empty";
  const beginning = new TextDecoder("latin1").decode(await file.slice(0, 1024).arrayBuffer());
  // The service reports bytes before the start of a PDF, so allow them here.
  if (!beginning.includes("%PDF-")) return "not-a-pdf";
  return file.size > largest ? "too-large" : null;
}
