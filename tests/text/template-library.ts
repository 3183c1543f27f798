import { Refusal } from "#src/errors.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import { parseTemplate } from "#src/text/parse-template.ts";

/** The faults of a small template with one clause, as file, line and detail; null if it has none. */
export function faultsOf(change: Record<string, string>, yaml = "") {
  const text = (words: string) => `## Entry\n\n1. ${words}.\n`;
  const files: Record<string, string> = {
    "pact/template.yaml": `name: pact
reviewed: none
title: { en: Pact }
languages: [en]
${yaml}
clauses:
  entry: { default: signature, allowed: [signature] }
terms: { binding: true, withdrawal: { months: 6 } }
`,
    "pact/en.md": "# Pact\n\n{{parties}}\n\n## Aim\n\nPeace.\n\n{{clause:entry}}\n",
    "clauses/entry/signature/clause.yaml":
      "reviewed: none\nsource: VCLT article 24(1)\nlabel: { en: A clause }\nterms: { entry: { form: last-signature } }\n",
    "clauses/entry/signature/en.md": text("It enters into force on signature"),
    ...change,
  };
  try {
    parseTemplate(splitTemplates(files).pact ?? {});
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return (error.extra.errors ?? []).map(({ file, line, detail }) => [file, line, detail]);
  }
}
