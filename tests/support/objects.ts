import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Office } from "./office.ts";

/** What lies in the office's store, told apart by content: originals, sealed instruments and annexes. */
export async function countObjects(office: Office) {
  const folder = join(office.folder, "objects");
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const counts = { originals: 0, sealed: 0, annexes: 0 };
  for (const file of files.filter((entry) => entry.isFile())) {
    const content = (await readFile(join(file.parentPath, file.name))).toString("latin1");
    const signatures = content.split("/ETSI.CAdES.detached").length - 1;
    if (!content.includes("(Party-")) counts.annexes++;
    else if (signatures > 0) counts.sealed++;
    else counts.originals++;
  }
  return counts;
}
