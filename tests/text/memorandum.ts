import { expect } from "vitest";
import { Refusal } from "#src/errors.ts";
import { templatesFolder } from "#src/foundation.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import type { Filling } from "#src/text/fill-template.ts";
import { parseTemplate } from "#src/text/parse-template.ts";
import { knownParties } from "#src/text/party-name.ts";
import { readFolder } from "#src/text/read-folder.ts";

const templates = splitTemplates(await readFolder(templatesFolder));
const parties = knownParties.filter(({ code }) => ["KZ", "AE", "HUB"].includes(code));

/** The files of the memorandum's template, by their names. */
export const files = templates["memorandum-of-understanding"] ?? {};
export const memorandum = parseTemplate(files);

/** What the memorandum is filled with, for three parties and in four languages. */
export const filling = (change: Partial<Filling> = {}): Filling => ({
  language: "en",
  languages: ["en", "ru", "ar", "kk"],
  parties,
  variables: { place: "Astana" },
  reference: "DEP/2026/001",
  ...change,
});

/** The code of a refusal and its list of errors. */
export function refused(run: () => unknown): { code: string; errors: unknown } {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, errors: error.extra.errors };
    throw error;
  }
  return expect.unreachable();
}
