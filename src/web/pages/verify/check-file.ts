export type Unfit = "too-large" | "not-a-pdf" | "empty";

/** The service judges files up to this size; the depositary's own are smaller. */
const largest = 20 * 1024 * 1024;

/** What is wrong with a file before it is sent anywhere; null where nothing is. */
export async function checkFile(file: File): Promise<Unfit | null> {
  if (file.size === 0) return "empty";
  const beginning = new TextDecoder("latin1").decode(await file.slice(0, 1024).arrayBuffer());
  // A file with something before its beginning is for the service to judge, which says so.
  if (!beginning.includes("%PDF-")) return "not-a-pdf";
  return file.size > largest ? "too-large" : null;
}
