import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { coverage } from "#src/pdf/typeset/coverage.ts";

/** Writes the table of printable characters anew, after a font has come or gone. */
const file = join(import.meta.dirname, "../text/printable.json");
await writeFile(file, `${JSON.stringify(coverage())}\n`);
