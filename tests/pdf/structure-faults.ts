import { readFile } from "#src/pdf/revisions/read-file.ts";
import { checkFileStructure } from "#src/pdf/verify/file-structure/check-file-structure.ts";

/** What breaks the file structure of PDF/A, with the file cut at the end of each of its revisions. */
export function structureFaults(pdf: Uint8Array) {
  return readFile(pdf).revisions.flatMap(({ end }, revision) =>
    checkFileStructure(readFile(pdf.subarray(0, end))).map((fault) => ({ revision, ...fault })),
  );
}
