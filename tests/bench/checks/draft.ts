import { join } from "node:path";
import { splitTemplates } from "#src/templates/publish.ts";
import { fillTemplate } from "#src/text/fill-template.ts";
import { parseTemplate } from "#src/text/parse-template.ts";
import { knownParties } from "#src/text/party-name.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { resolveTemplate, termsOf } from "#src/text/resolve-template.ts";
import type { Source } from "#src/text/source.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";

const templates = join(import.meta.dirname, "../../../templates");
const languages = ["en", "ru", "ar"];

/**
 * A draft in three languages: the multilateral agreement that ships, its articles repeated before the final clauses
 * until there are as many as asked for, each copy with a number of days of its own.
 */
export async function draftOf(articles: number): Promise<{ source: Source; terms: Terms }> {
  const template = parseTemplate(
    splitTemplates(await readFolder(templates))["multilateral-partnership-agreement"] ?? {},
  );
  const parties = knownParties.slice(0, 12);
  const filling = { languages, parties, variables: { place: "Astana" }, reference: "BEN/2026/1" };
  const texts = Object.fromEntries(
    languages.map((language) => [
      language,
      lengthened(fillTemplate(template, { ...filling, language }), articles),
    ]),
  );
  const source: Source = {
    reference: filling.reference,
    title: Object.fromEntries(languages.map((one) => [one, titleOf(texts[one] ?? "")])),
    languages,
    parties: parties.map(({ code }) => ({ code })),
    layout: "sequential",
    texts,
  };
  return { source, terms: { ...ordinaryTerms, ...termsOf(resolveTemplate(template), {}) } };
}

function titleOf(text: string): string {
  return /^# (.+)$/m.exec(text)?.[1] ?? "";
}

/** The text with its second to sixth article again and again, without links, whose numbers would be others. */
function lengthened(text: string, articles: number): string {
  const [opening = "", ...all] = text.split(/^(?=## )/m);
  const [first = "", ...rest] = all;
  const body = rest.slice(0, 5).map((one) => one.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1"));
  const more = Array.from({ length: Math.max(0, articles - all.length) }, (_, at) => {
    return body[at % body.length] ?? "";
  });
  return [opening, first, ...more, ...rest].join("");
}
