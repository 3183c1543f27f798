import { describe, expect, test } from "vitest";
import type { Refusal } from "#src/errors.ts";
import { templatesFolder } from "#src/foundation.ts";
import { renderLetter } from "#src/text/letter.ts";
import { checkLetters } from "#src/text/letter-faults.ts";
import { agreementWords, factLines, namesAndOthers } from "#src/text/letter-words.ts";
import { namedTogether, nameForLists } from "#src/text/parties-together.ts";
import { knownParties, namedIn } from "#src/text/party-name.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { agreementLetterNames, letterNames } from "#workflows/letters.ts";

const files = await readFolder(templatesFolder);
const languages = ["en", "ru", "ar", "kk", "fr"];

const named = (codes: string, language: string) =>
  codes.split(" ").map((code) => nameForLists({ code }, language));

test("few parties are all named, and of many the rest are counted in the grammar of the language", () => {
  const four = "KZ AE KR EE";
  expect(namesAndOthers(named(four, "en"), "en")).toBe(
    "Kazakhstan, United Arab Emirates, Republic of Korea and Estonia",
  );
  const of = (count: number, language: string) =>
    namesAndOthers(
      Array.from({ length: count }, (_, index) => `N${index + 1}`),
      language,
    );
  expect(of(15, "en")).toBe("N1, N2, N3 and 12 others");
  expect(of(5, "ru")).toBe("N1, N2, N3 и еще 2 стороны");
  expect(of(8, "ru")).toBe("N1, N2, N3 и еще 5 сторон");
  expect(of(24, "ru")).toBe("N1, N2, N3 и еще 21 сторона");
  expect(of(15, "kk")).toBe("N1, N2, N3 және тағы 12 тарап");
  expect(of(15, "fr")).toBe("N1, N2, N3 et 12 autres parties");
  expect(of(5, "ar")).toContain("وطرفان آخران");
  expect(of(8, "ar")).toContain("و5 أطراف أخرى");
  expect(of(15, "ar")).toContain("و12 طرفاً آخر");
});

test("a long title is cut at a word", () => {
  const title = "Agreement on Cooperation in the Field of Civil Service Development and Training";
  expect(agreementWords(title, ["A", "B"], "en")).toBe(
    "“Agreement on Cooperation in the Field of Civil Service…” (A and B)",
  );
  expect(agreementWords("Short", ["A"], "ru")).toBe("«Short» (A)");
  expect(agreementWords("字".repeat(80), ["A"], "en")).toBe(`“${"字".repeat(60)}…” (A)`);
});

test("the lines at the end name the parties, and the person unless the service acted", () => {
  expect(factLines({ parties: ["A", "B"], person: "Amina, Adviser" }, "en")).toBe(
    "Parties: A and B\nAct of: Amina, Adviser",
  );
  expect(factLines({ parties: ["A"], person: "" }, "fr")).toBe("Parties\u00a0: A");
});

const values = (language: string, code: string, deadline: string) => ({
  ...{ recipient: "Amina", title: "Memorandum", reference: "DEP/2026/001", version: "2" },
  ...{ reason: "A reason.", event: "An event.", number: "DN.1.2027", link: "https://d.example/a" },
  ...{ agreement: "“Memorandum” (Kazakhstan and Estonia)", facts: "Parties: A and B" },
  ...{ from: "a@x.example", to: "b@x.example", when: "5 May 2026", label: "L", office: "O" },
  ...{ issuer: "I", device: "D", address: "A", subject: "S", code: "123456", form: "F" },
  ...{ deadline, until: deadline && "2026 жылғы 5 мамыр" },
  party: namedIn({ code }, language),
});

describe.each(letterNames)("the letter %s", (name) => {
  test.each(languages)("is right in %s for every party", (language) => {
    const template = files[`letters/${name}/${language}.md`] ?? "";
    for (const { code } of knownParties) {
      const { subject, text } = renderLetter(template, values(language, code, "D"), { language });
      expect(subject).not.toMatch(/[{}[\]]/);
      expect(text, code).not.toMatch(/\{\{|\}\}|\[\[|\]\]/);
      expect(text, code).not.toMatch(/de les? \p{Lu}|г\.\.|Сторона\s*:|Partie\s*:/u);
      expect(text.match(/^\p{Ll}[^\n]*\.$/mu)?.[0], code).toBeUndefined();
    }
  });

  test.each(languages)("says no word about a deadline in %s if there is none", (language) => {
    const template = files[`letters/${name}/${language}.md`] ?? "";
    const { subject, text } = renderLetter(template, values(language, "KZ", ""), { language });
    expect(`${subject} ${text}`).not.toMatch(/[[\]]| [.,،:]\s|\n\n\n/);
  });
});

describe.each(agreementLetterNames)("the subject of %s", (name) => {
  test.each(languages)(
    "begins with the reference and ends with the agreement in %s",
    (language) => {
      const template = files[`letters/${name}/${language}.md`] ?? "";
      const { subject, text } = renderLetter(template, values(language, "KZ", "D"), { language });
      expect(subject).toMatch(/^\u2068?DEP\/2026\/001\u2069?\u00a0?: /);
      expect(subject).toMatch(/ – \u2068?“Memorandum” \(Kazakhstan and Estonia\)\u2069?$/);
      expect(text).toContain("Parties: A and B");
    },
  );
});

test.each([
  ["review-requested", "en", "by 5 May"],
  ["signature-requested", "en", "until 5 May"],
  ["confirmation-requested", "en", "by 5 May"],
])(
  "%s names the day in its subject, and the time with its zone in its text",
  (name, language, day) => {
    const template = files[`letters/${name}/${language}.md`] ?? "";
    const deadline = "5 May 2026, 18:00 (Asia/Almaty, UTC+05:00)";
    const given = { ...values(language, "KZ", deadline), until: "5 May 2026" };
    const { subject, text } = renderLetter(template, given, { language });
    expect(subject).toContain(day);
    expect(text).toContain(deadline);
  },
);

test("in Kazakh the day of a subject takes its case", () => {
  const template = files["letters/review-requested/kk.md"] ?? "";
  const { subject } = renderLetter(template, values("kk", "KZ", "D"), { language: "kk" });
  expect(subject).toContain("2026 жылғы 5 мамырға дейін");
});

test("several parties stand as one name in each form", () => {
  const both = [{ code: "KZ" }, { code: "AE" }];
  expect(namedTogether(both, "ru")).toEqual({
    name: "Республика Казахстан и Объединенные Арабские Эмираты",
    forms: {
      genitive: "Республики Казахстан и Объединенных Арабских Эмиратов",
      gender: "plural",
    },
  });
  expect(namedTogether(both, "fr").forms?.genitive).toBe(
    "de la République du Kazakhstan et des Émirats arabes unis",
  );
});

test("the link of a French letter has the space of its language before the colon", () => {
  const { text } = renderLetter(
    "# A\n\n[Ouvrir]({{link}})",
    { link: "https://d.example" },
    { language: "fr" },
  );
  expect(text).toBe("Ouvrir\u00a0:\nhttps://d.example\n");
});

test("the letters that ship have no fault, and a planted one is named by file and line", () => {
  expect(() => checkLetters(files)).not.toThrow();
  const path = "letters/declined/ar.md";
  const planted = (text: string) => {
    try {
      checkLetters({ ...files, [path]: `# A\n\n${text}\n` });
      return [];
    } catch (error) {
      return (error as Refusal).extra.errors;
    }
  };
  expect(planted("{{party|m:رفض}}")).toEqual([
    { file: path, line: 3, detail: "{{party|m:رفض}} lacks the branch f" },
  ]);
  expect(planted("{{colour}}")).toEqual([
    { file: path, line: 3, detail: "{{colour}} is not known to this letter" },
  ]);
  const { [path]: _, ...others } = files;
  expect(() => checkLetters(others)).toThrow("A letter cannot be used.");
});
