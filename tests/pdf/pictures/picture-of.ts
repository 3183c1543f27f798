import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A page of a PDF as a PNG in grey, 70 points to the inch. */
export function pictureOf(pdf: Uint8Array, page: number): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "picture-"));
  try {
    writeFileSync(join(folder, "file.pdf"), pdf);
    const options = ["-r", "70", "-gray", "-png", "-singlefile", "-f", String(page)];
    execFileSync("pdftoppm", [...options, join(folder, "file.pdf"), join(folder, "page")]);
    return readFileSync(join(folder, "page.png"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
