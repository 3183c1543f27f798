import { describe, expect, test } from "vitest";
import { templatesFolder } from "#src/foundation.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import { checkTexts, tellWarnings } from "#src/text/check-texts.ts";
import { fillTemplate } from "#src/text/fill-template.ts";
import { parseTemplate, type Variable } from "#src/text/parse-template.ts";
import { knownParties } from "#src/text/party-name.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { resolveTemplate, termsOf } from "#src/text/resolve-template.ts";
import type { Template } from "#src/text/template.ts";
import { ordinaryTerms } from "#workflows/terms.ts";

/** The blank template leaves every article to its author. */
const { "blank-agreement": _blank, ...folders } = splitTemplates(await readFolder(templatesFolder));
const languages = ["en", "ru", "ar", "kk", "fr"];
/** The rules that speak of the words of a whole instrument; what its author fills in may repeat another's. */
const rules = [
  "references",
  "party-names",
  "instrument-name",
  "defined-terms",
  "memorandum-words",
  "soft-words",
];

describe.each(Object.entries(folders))("the template %s", (_, files) => {
  const template = parseTemplate(files);
  const choices = everyChoice(template);

  test(`has nothing to warn of in five languages together, for each of its ${choices.length} choices`, () => {
    for (const { clauses, variables } of choices) {
      const whole = resolveTemplate(template, clauses);
      const values = { ...usual(whole.variables), ...variables };
      const parties = knownParties.slice(0, template.maximumParties ?? template.minimumParties);
      const texts = languages.map((language) => [
        language,
        fillTemplate(template, {
          ...{ language, languages, prevailing: "en", parties, clauses, variables: values },
          reference: "DEP/2026/001",
        }),
      ]);
      const source = {
        ...{ reference: "DEP/2026/001", title: {}, languages, layout: "sequential" as const },
        parties: parties.map(({ code }) => ({ code })),
        texts: Object.fromEntries(texts),
      };
      const warnings = checkTexts(source, { ...ordinaryTerms, ...termsOf(whole, values) });
      const told = warnings.filter(({ rule }) => rules.includes(rule));
      expect(tellWarnings(told, "en"), JSON.stringify({ clauses, variables })).toEqual([]);
    }
  });
});

type Choice = { clauses: Record<string, string>; variables: Record<string, string> };

/** The usual choices, and each other one in turn. */
function everyChoice({ clauses, variables }: Template): Choice[] {
  return [
    { clauses: {}, variables: {} },
    ...Object.entries(clauses).flatMap(([topic, { allowed }]) =>
      Object.keys(allowed).map((name) => ({ clauses: { [topic]: name }, variables: {} })),
    ),
    ...Object.entries(variables).flatMap(([name, variable]) =>
      variable.type === "choice"
        ? Object.keys(variable.choices).map((key) => ({ clauses: {}, variables: { [name]: key } }))
        : [],
    ),
  ];
}

function usual(variables: Record<string, Variable>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => {
      if (variable.type === "number") return [name, variable.minimum ?? 3];
      if (variable.type === "choice") return [name, Object.keys(variable.choices)[0]];
      return [name, variable.type === "date" ? "2026-11-23" : "Astana"];
    }),
  );
}
