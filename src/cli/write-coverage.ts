import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { coverage } from "#src/pdf/typeset/coverage.ts";

/** Regenerates the table of printable characters. Run it after adding or removing a font. */
const file = join(import.meta.dirname, "../text/printable.json");
await writeFile(file, `${JSON.stringify(coverage())}\n`);
