import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { templatesFolder } from "#src/foundation.ts";
import { parseGlossary } from "#src/text/glossary.ts";

/**
 * Checks `templates/glossary.yaml`, which an office may extend.
 * @throws Refusal `invalid-template` with file, line and column of each fault
 */
export async function checkGlossary(): Promise<void> {
  parseGlossary(await readFile(join(templatesFolder, "glossary.yaml"), "utf8"));
}
