import { templatesFolder } from "#src/foundation.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { parseTemplate, templateDigest } from "#src/text/template.ts";

/** `depositary templates`: each template's name, languages and digest; a fault is named by file and line. */
export async function listTemplateFiles(): Promise<number> {
  const templates = splitTemplates(await readFolder(templatesFolder));
  for (const [name, files] of Object.entries(templates)) {
    const { languages } = parseTemplate(files);
    console.log(`${name}  ${languages.join(" ")}  ${await templateDigest(files)}`);
  }
  return 0;
}
