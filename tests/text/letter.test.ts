import { describe, expect, test } from "vitest";
import { templatesFolder } from "#src/foundation.ts";
import { fillLetter, occasionOf, renderLetter } from "#src/text/letter.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { agreementLetterNames } from "#workflows/letters.ts";

const files = await readFolder(templatesFolder);
const values = {
  recipient: "Mariam Al Hashimi",
  title: 'Memorandum <b>&"',
  reference: "DEP/2026/001",
  version: "2",
  party: {
    name: "the Republic of Kazakhstan",
    forms: { genitive: "of Kazakhstan", gender: "feminine" },
  } as const,
  ...{ agreement: "“Memorandum” (A and B)", facts: "Parties: A and B", deadline: "", until: "" },
  reason: "Line one\n<script>two</script>",
  event: "Line one\n<script>two</script>",
  number: "DN.12.2027",
  link: "https://depositary.example/agreements/1?a=1&b=2",
};

describe.each(agreementLetterNames)("the letter %s", (name) => {
  test.each(["en", "ru", "ar", "kk", "fr"])("is whole in %s, as text and as HTML", (language) => {
    const template = files[`letters/${name}/${language}.md`] ?? "";
    const { subject, text, html } = renderLetter(template, values, { language });
    expect(subject).toContain("DEP/2026/001");
    expect(subject).not.toMatch(/\n|^#/);
    for (const part of [text, html]) expect(part).not.toMatch(/\{\{|\}\}|\]\(/);
    expect(text).toContain(values.link);
    expect(html).toContain('href="https://depositary.example/agreements/1?a=1&amp;b=2"');
    expect(html).toContain(`lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}"`);
  });

  test("prints what its values hold, and runs none of it", () => {
    const template = files[`letters/${name}/en.md`] ?? "";
    const { html, text } = renderLetter(template, values, { language: "en" });
    expect(html).not.toMatch(/<b>|<script>/);
    expect(html).toContain("Memorandum &lt;b&gt;&amp;&quot;");
    expect(text).toContain('Memorandum <b>&"');
  });
});

test("a subject without its number has no gap", () => {
  for (const language of ["en", "ru", "ar", "kk", "fr"]) {
    const name = "notification";
    const { subject } = fillLetter(
      Object.fromEntries(
        Object.entries(files).map(([path, text]) => [path.replace("letters/", ""), text]),
      ),
      { name, language, values: { ...values, number: "" } },
    );
    expect(subject).not.toContain("  ");
  }
});

test("a letter is filled by its name, and one without a text in the language is a fault", () => {
  const texts = { "published/en.md": "# {{reference}}: published\n\n[Read]({{link}})" };
  const of = { name: "published", language: "en", values } as const;
  expect(fillLetter(texts, of).subject).toBe("DEP/2026/001: published");
  expect(() => fillLetter(texts, { ...of, language: "fr" })).toThrow("published has no fr text");
});

test("what a letter is about is its subject without the reference", () => {
  const texts = {
    "published/en.md":
      "# {{reference}}: published[[ by {{until}}]] – {{agreement}}\n\nDear {{recipient}}",
    "published/fr.md": "# {{reference}} : publication\n\n{{recipient}}",
    "invitation/en.md": "# Your access\n\n{{recipient}}",
  };
  expect(occasionOf(texts, "published", "en")).toBe("published");
  expect(occasionOf(texts, "published", "fr")).toBe("publication");
  expect(occasionOf(texts, "invitation", "en")).toBe("Your access");
});

test("a letter that asks for a value nobody has is a fault", () => {
  for (const name of ["colour", "due_date", "Reason", "constructor"]) {
    expect(() => renderLetter(`# A\n\n{{${name}}}`, {}, { language: "en" })).toThrow(name);
  }
});

test("a letter links to the web and nowhere else", () => {
  const sly = { ...values, link: "javascript:alert(1)" };
  const template = files["letters/published/en.md"] ?? "";
  expect(() => renderLetter(template, sly, { language: "en" })).toThrow("web addresses");
});

test("a value keeps its own direction within an Arabic letter", () => {
  const { html } = renderLetter("# أ\n\nنص {{title}}\n\n{{reason}}", values, { language: "ar" });
  expect(html).toContain("<p>نص <bdi>Memorandum &lt;b&gt;&amp;&quot;</bdi></p>");
  expect(html).toContain('<p dir="auto"><bdi>Line one<br>');
});

test("a line end in a value never becomes a header", () => {
  const sly = { ...values, reference: "x\r\nBcc: y@z" };
  const template = files["letters/published/en.md"] ?? "";
  expect(renderLetter(template, sly, { language: "en" }).subject).toBe(
    "x Bcc: y@z: published – “Memorandum” (A and B)",
  );
});
