import { describe, expect, test } from "vitest";
import { templatesFolder } from "#src/foundation.ts";
import { splitTemplates } from "#src/templates/publish.ts";
import { fillTemplate } from "#src/text/fill-template.ts";
import { parseTemplate, type Variable } from "#src/text/parse-template.ts";
import { knownParties } from "#src/text/party-name.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { resolveTemplate, termsOf } from "#src/text/resolve-template.ts";
import type { Template } from "#src/text/template.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";
import { phrases, type Sense } from "./final-clauses-read.ts";

/** The blank template leaves every article to its author. */
const { "blank-agreement": _blank, ...folders } = splitTemplates(await readFolder(templatesFolder));
const languages = ["en", "ru", "ar", "kk", "fr"] as const;

describe.each(Object.entries(folders))("the template %s", (_, files) => {
  const template = parseTemplate(files);
  const choices = combinations(template);

  test(`keeps terms that its text prints, for each of ${choices.length} combinations, in every language`, () => {
    for (const { clauses, variables } of choices) {
      const whole = resolveTemplate(template, clauses);
      const values = { ...numbered(whole.variables), ...variables };
      const terms: Terms = { ...ordinaryTerms, ...termsOf(whole, values) };
      for (const language of languages) {
        const text = fillTemplate(template, {
          language,
          languages: [...languages],
          prevailing: "en",
          parties: knownParties.slice(0, template.maximumParties ?? template.minimumParties),
          clauses,
          variables: values,
          figures: true,
          reference: "DEP/2026/001",
        });
        const what = `${language} ${JSON.stringify({ clauses, variables })}`;
        expect(readIn(text, language), what).toEqual(sensesOf(terms));
        for (const number of numbersOf(terms)) expect(text, what).toMatch(number);
      }
    }
  });
});

/** What a lawyer reads in the final clauses: for each question the answer that the words give. */
function readIn(text: string, language: (typeof languages)[number]): Record<string, string> {
  const flat = text.replaceAll(/\s+/g, " ");
  return Object.fromEntries(
    Object.entries(phrases).map(([question, answers]) => {
      const { silent, ...worded } = answers as Record<string, Sense | string>;
      const said = Object.entries(worded).filter(([, sense]) =>
        (sense as Sense)[language].some((words) => flat.includes(words)),
      );
      if (said.length > 1) throw new Error(`${language}: ${question} is answered twice`);
      return [question, said[0]?.[0] ?? String(silent ?? "unanswered")];
    }),
  );
}

/** The same questions, answered by the terms on record. */
function sensesOf(terms: Terms): Record<string, string> {
  const { consent, duration, withdrawal } = terms;
  return {
    binding: terms.binding ? "treaty" : "memorandum",
    consent:
      !terms.binding || consent.includes("definitive")
        ? consent.includes("subject-to-ratification")
          ? "either"
          : "signature"
        : "ratification",
    entry: terms.entry.form,
    duration: duration === "unlimited" ? "unlimited" : duration.renewal,
    withdrawal: typeof withdrawal === "string" ? withdrawal : "notice",
    provisional: terms.provisional,
    reservations: terms.reservations,
    accession: terms.accession ? "open" : "closed",
  };
}

/** The numbers of the terms, as they stand alone in the text. */
function numbersOf({ entry, duration, withdrawal }: Terms): RegExp[] {
  const numbers = [
    ...("days" in entry ? [entry.days] : []),
    ...("deposits" in entry ? [entry.deposits] : []),
    ...("consents" in entry ? [entry.consents] : []),
    ...("months" in entry ? [entry.months] : []),
    ...(duration === "unlimited" ? [] : [duration.years]),
    ...(typeof withdrawal === "object" && "months" in withdrawal ? [withdrawal.months] : []),
  ];
  return numbers.map((number) => new RegExp(`(?<!\\d)${number}(?!\\d)`));
}

type Combination = { clauses: Record<string, string>; variables: Record<string, string> };

/** Every alternative of each clause with every choice of each variable that decides a term. */
function combinations({ clauses, variables }: Template): Combination[] {
  let all: Combination[] = [{ clauses: {}, variables: {} }];
  for (const [topic, { allowed }] of Object.entries(clauses)) {
    all = all.flatMap((one) =>
      Object.keys(allowed).map((name) => ({ ...one, clauses: { ...one.clauses, [topic]: name } })),
    );
  }
  for (const [name, variable] of Object.entries(variables)) {
    if (variable.type !== "choice") continue;
    all = all.flatMap((one) =>
      Object.keys(variable.choices).map((key) => ({
        ...one,
        variables: { ...one.variables, [name]: key },
      })),
    );
  }
  // Ever the same, and each pair of choices among them many times.
  const step = Math.max(1, Math.floor(all.length / 120));
  return all.filter((_, index) => index % (step % 2 === 0 ? step + 1 : step) === 0);
}

/** A value for each variable, each number another one. */
function numbered(variables: Record<string, Variable>): Record<string, unknown> {
  let next = 0;
  return Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => {
      if (variable.type === "number") {
        next += 1;
        return [name, Math.min(Math.max(variable.minimum ?? 1, next + 2), variable.maximum ?? 99)];
      }
      if (variable.type === "choice") return [name, Object.keys(variable.choices)[0]];
      if (variable.type === "date") return [name, "2026-11-23"];
      return [name, "Astana"];
    }),
  );
}
