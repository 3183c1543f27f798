import { describe, expect, test } from "vitest";
import { checkTemplateFiles } from "#src/cli/templates.ts";
import { templatesFolder } from "#src/foundation.ts";
import { readFolder } from "#src/text/read-folder.ts";

const shipped = await readFolder(templatesFolder);

/** The shipped files with changes, each of which must find its words. */
function changed(changes: [file: string, from: string, to: string][]): Record<string, string> {
  const folder = { ...shipped };
  for (const [file, from, to] of changes) {
    expect(folder[file]).toContain(from);
    folder[file] = (folder[file] ?? "").replace(from, to);
  }
  return folder;
}

const places = (folder: Record<string, string>) =>
  checkTemplateFiles(folder).faults.map(({ file, detail }) => `${file}: ${detail}`);

describe("the files of the templates folder", () => {
  test("that ship have no fault, and each is listed", () => {
    const { lines, faults } = checkTemplateFiles(shipped);
    expect(faults).toEqual([]);
    expect(lines.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["languages", "blank-agreement", "acts/ratification"]),
    );
  });

  test("are all checked, and every fault is told at once with its path, once", () => {
    const found = places(
      changed([
        ["glossary.yaml", "    fr: { use: amendement", "    xx: { use: amendement"],
        ["languages/ka.yaml", "    prevailing: ", "    prevailed: "],
        ["letters/declined/fr.md", "{{", "{{weather}} {{"],
        ["clauses/entry-into-force/nth-deposit/ru.md", "ordinal accusative", "ordinal vocative"],
        ["memorandum-of-understanding/ar.md", "{{parties}}", "{{party}}"],
      ]),
    );
    expect(found).toEqual(
      expect.arrayContaining([
        "glossary.yaml: terms.amendment.fr: is missing",
        "languages/ka.yaml: formulas.treaty.prevailing: is missing",
        expect.stringMatching(/^letters\/declined\/fr\.md: \{\{weather\}\} /),
        "clauses/entry-into-force/nth-deposit/ru.md: {{entry_days:ordinal vocative}} asks for a form that ru does not have",
        "memorandum-of-understanding/ar.md: {{party}} is not declared",
      ]),
    );
    expect(new Set(found).size).toBe(found.length);
  });

  test("that can be used are listed beside those that cannot", () => {
    const { lines } = checkTemplateFiles(
      changed([["memorandum-of-understanding/ar.md", "{{parties}}", "{{party}}"]]),
    );
    const names = lines.map(({ name }) => name);
    expect(names).not.toContain("memorandum-of-understanding");
    expect(names).toContain("peer-learning-arrangement");
  });
});
