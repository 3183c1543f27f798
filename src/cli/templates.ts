import { templatesFolder } from "#src/foundation.ts";
import { languageFiles, splitForms, splitTemplates } from "#src/templates/publish.ts";
import { parseForm } from "#src/text/act-form.ts";
import { expectTerms } from "#src/text/decided-terms.ts";
import { expectGlossary } from "#src/text/glossary.ts";
import { expectLanguages } from "#src/text/language/shape.ts";
import { checkLetters } from "#src/text/letter-faults.ts";
import { parseTemplate, templateDigest } from "#src/text/parse-template.ts";
import { readFolder } from "#src/text/read-folder.ts";

/**
 * `depositary templates`: prints the languages with words, then each template's and form's name, languages and digest.
 * Gives faults by file and line, of the glossary too.
 */
export async function listTemplateFiles(): Promise<number> {
  const folder = await readFolder(templatesFolder);
  expectGlossary(folder);
  const languages = languageFiles(folder);
  expectLanguages(languages);
  console.log(`languages  ${tagsOf(languages).join(" ")}  ${await templateDigest(languages)}`);
  const templates = splitTemplates(folder);
  for (const [name, files] of Object.entries(templates)) {
    const template = parseTemplate(files);
    expectTerms(template);
    const { languages } = template;
    console.log(`${name}  ${languages.join(" ")}  ${await templateDigest(files)}`);
  }
  for (const [name, files] of Object.entries(splitForms(folder))) {
    const { texts } = parseForm(files);
    console.log(`${name}  ${Object.keys(texts).join(" ")}  ${await templateDigest(files)}`);
  }
  checkLetters(folder);
  return 0;
}

/** The languages with a file of their own. */
function tagsOf(files: Record<string, string>): string[] {
  return Object.keys(files)
    .map((path) => path.slice("languages/".length, -".yaml".length))
    .filter((tag) => tag !== "others");
}
