import { type Fault, Refusal } from "#src/errors.ts";
import { templatesFolder } from "#src/foundation.ts";
import { languageFiles, splitForms, splitTemplates } from "#src/templates/publish.ts";
import { parseForm } from "#src/text/act-form.ts";
import { expectProfiles } from "#src/text/checks/binding/profile-shape.ts";
import { expectTerms } from "#src/text/decided-terms.ts";
import { expectGlossary } from "#src/text/glossary.ts";
import { expectLanguages } from "#src/text/language/shape.ts";
import { checkLetters } from "#src/text/letter-faults.ts";
import { parseTemplate, templateDigest } from "#src/text/parse-template.ts";
import { readFolder } from "#src/text/read-folder.ts";

/**
 * `depositary templates`: prints the languages with words, then each template's and form's name, languages and digest.
 * @throws Refusal `invalid-template` with the faults of all files, the glossary's and the letters' too
 */
export async function listTemplateFiles(): Promise<number> {
  const folder = await readFolder(templatesFolder);
  const { lines, faults } = checkTemplateFiles(folder);
  for (const { name, languages, files } of lines) {
    console.log(`${name}  ${languages.join(" ")}  ${await templateDigest(files)}`);
  }
  if (faults.length === 0) return 0;
  throw new Refusal("invalid-template", "Some files cannot be used.", { errors: faults });
}

type Line = { name: string; languages: string[]; files: Record<string, string> };

/** Every file that can be used, and the faults of those that cannot, with their path in the folder. */
export function checkTemplateFiles(folder: Record<string, string>): {
  lines: Line[];
  faults: Fault[];
} {
  const faults: Fault[] = [];
  const collect = <T>(within: string, read: () => T): T[] => {
    try {
      return [read()];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const found = error.extra.errors ?? [{ detail: error.message }];
      faults.push(
        ...found.map((fault) => ({ ...fault, file: pathOf(within, fault.file, folder) })),
      );
      return [];
    }
  };
  const languages = languageFiles(folder);
  collect("", () => expectGlossary(folder));
  collect("", () => checkLetters(folder));
  collect("", () => expectProfiles(folder));
  const lines: Line[] = [
    ...collect("", () => {
      expectLanguages(languages);
      return { name: "languages", languages: tagsOf(languages), files: languages };
    }),
    ...Object.entries(splitTemplates(folder)).flatMap(([name, files]) =>
      collect(name, () => {
        const template = parseTemplate(files);
        expectTerms(template);
        return { name, languages: template.languages, files };
      }),
    ),
    ...Object.entries(splitForms(folder)).flatMap(([name, files]) =>
      collect(name, () => ({ name, languages: Object.keys(parseForm(files).texts), files })),
    ),
  ];
  return { lines, faults: onlyOnce(faults) };
}

/** A file's path: a clause belongs to no template, and is named from the folder already. */
function pathOf(within: string, file: string | undefined, folder: Record<string, string>): string {
  if (file === undefined) return within;
  return within === "" || file.startsWith("clauses/") || Object.hasOwn(folder, file)
    ? file
    : `${within}/${file}`;
}

/** Several templates use one clause; its faults are told once. */
function onlyOnce(faults: Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

/** The languages with a file of their own. */
function tagsOf(files: Record<string, string>): string[] {
  return Object.keys(files)
    .map((path) => path.slice("languages/".length, -".yaml".length))
    .filter((tag) => tag !== "others");
}
