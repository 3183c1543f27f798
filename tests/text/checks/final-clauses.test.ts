import { describe, expect, test } from "vitest";
import { missingClauses } from "#src/text/checks/final-clauses.ts";
import { inWords } from "#src/text/checks/sentence.ts";
import { parseText } from "#src/text/markdown.ts";

const clauses: Record<string, Record<string, string>> = {
  en: {
    "express their consent": "It is subject to ratification.",
    "enters into force": "It enters into force on 1 May 2027.",
    "how long": "It remains in force for five years.",
    amended: "It may be amended in writing.",
    withdraws: "A Party may withdraw by notice.",
    "keeps the original": "The Hub is the depositary.",
    "which languages": "The English and Russian texts are equally authentic.",
    differences: "Any dispute is settled by negotiation.",
  },
  ru: {
    "express their consent": "Соглашение подлежит ратификации.",
    "enters into force": "Соглашение вступает в силу 1 мая 2027 года.",
    "how long": "Соглашение остается в силе пять лет.",
    amended: "В Соглашение могут вноситься изменения.",
    withdraws: "Сторона может денонсировать Соглашение.",
    "keeps the original": "Депозитарием является Хаб.",
    "which languages": "Оба текста равно аутентичны.",
    differences: "Споры решаются путем переговоров.",
  },
  ar: {
    "express their consent": "يخضع هذا الاتفاق للتصديق.",
    "enters into force": "ويدخل الاتفاق حيّز النفاذ في 1 مايو 2027.",
    "how long": "ويظل سارياً خمس سنوات.",
    amended: "ويجوز تعديله كتابة.",
    withdraws: "ولكل طرف الانسحاب منه.",
    "keeps the original": "والمركز هو الوديع.",
    "which languages": "والنصان متساويان، وحُرر باللغتين، باللغة العربية.",
    differences: "وتسوى النزاعات بالتفاوض، وأي نزاع ودياً.",
  },
  kk: {
    "express their consent": "Келісім ратификациялануға жатады.",
    "enters into force": "Келісім 2027 жылғы 1 мамырда күшіне енеді.",
    "how long": "Келісім бес жыл бойы күшінде қалады.",
    amended: "Келісімге өзгерістер енгізілуі мүмкін.",
    withdraws: "Тарап Келісімнің қолданылуын тоқтата алады.",
    "keeps the original": "Хаб депозитарий болып табылады.",
    "which languages": "Мәтіндердің күші бірдей.",
    differences: "Даулар келіссөздер арқылы шешіледі.",
  },
};

/** The final clauses that a text lacks, as an English reader is told. */
const missingIn = (language: string, markdown: string) =>
  missingClauses(parseText(markdown, language)).map(({ detail, source }) => ({
    detail: inWords(detail, "en"),
    source: inWords(source, "en"),
  }));

describe("the final clauses", () => {
  const textOf = (sentences: string[]) =>
    `# Agreement\n\n${sentences.map((one) => `## Article\n\n${one}`).join("\n\n")}`;
  const cases = Object.entries(clauses).flatMap(([language, own]) =>
    Object.keys(own).map((clause) => [language, clause] as const),
  );

  test.each(cases)("%s: one that does not say “%s” is told", (language, clause) => {
    const { [clause]: _, ...rest } = clauses[language] ?? {};
    const warnings = missingIn(language, textOf(Object.values(rest)));
    expect(warnings.map(({ detail }) => detail)).toEqual([expect.stringContaining(clause)]);
    expect(warnings[0]?.source).toMatch(/^(VCLT article|Charter)/);
  });

  test.each([
    [
      "en",
      "Done in two originals.",
      "It enters into force when the constitutional requirements are met.",
    ],
    ["ru", "Совершено в двух экземплярах.", "после выполнения внутригосударственных процедур"],
    ["ar", "حُرر من نسختين أصليتين.", "باستيفاء متطلباته الداخلية"],
    ["kk", "Екі данада жасалды.", "конституциялық рәсімдер орындалғаннан кейін"],
    ["fr", "Fait en deux exemplaires.", "les procédures constitutionnelles"],
  ])(
    "%s: two originals need no depositary, and notes may express consent",
    (language, ...clauses) => {
      const told = missingIn(language, textOf(clauses)).map(({ detail }) => detail);
      expect(told.join(" ")).not.toMatch(/keeps the original|express their consent/);
    },
  );

  test("a title and a preamble are no clauses", () => {
    const warnings = missingIn("en", "# Withdrawal\n\nNo dispute.\n\n## A\n\nx");
    expect(warnings).toHaveLength(8);
  });

  test("a language for which we have no words is told once", () => {
    expect(missingIn("ko", "# 양해각서\n\n## 목적\n\n협력.")).toHaveLength(1);
  });
});
