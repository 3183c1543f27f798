import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { splitTemplates } from "#src/templates/publish.ts";
import { draftingLanguages } from "#src/text/language/drafting.ts";
import { type LanguageSet, languageIn } from "#src/text/languages.ts";
import { hasNumberForm } from "#src/text/numbers/number-words.ts";
import { parseTemplate } from "#src/text/parse-template.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { hasFormula } from "#src/text/testimonium.ts";

const root = join(import.meta.dirname, "../..");
const templates = Object.values(splitTemplates(await readFolder(join(root, "templates")))).map(
  parseTemplate,
);

/** What there is for a language, in the order of the page's columns. */
function rowOf(language: string): string[] {
  const yes = (is: boolean) => (is ? "yes" : "–");
  const within = (set: LanguageSet) => yes(languageIn(set, language) !== null);
  const worded = templates.filter(({ languages }) => languages.includes(language));
  const own = worded.length === templates.length ? "yes" : worded.length > 0 ? "blank" : "–";
  return [
    language,
    ...(["interface", "letters", "annex"] as const).map(within),
    own,
    yes(hasNumberForm("ordinal", language)),
    yes(existsSync(join(root, `templates/stated/${language}.json`))),
    yes(hasFormula(language)),
  ];
}

test("the page on languages says what is there for each", () => {
  const page = readFileSync(join(root, "docs/languages.md"), "utf8");
  const table = page.slice(0, page.indexOf("## Printed languages"));
  const rows = table
    .split("\n")
    .filter((line) => /^\| [a-z]{2}[ -]/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(rows).toEqual(draftingLanguages().map(rowOf));
});
