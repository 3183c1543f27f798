import { describe, expect, test } from "vitest";
import { letterNames } from "#src/agreements/service/recipients.ts";
import { templatesFolder } from "#src/foundation.ts";
import { renderLetter } from "#src/text/letter.ts";
import { readFolder } from "#src/text/read-folder.ts";

const files = await readFolder(templatesFolder);
const values = {
  recipient: "Mariam Al Hashimi",
  title: 'Memorandum <b>&"',
  reference: "DEP/2026/001",
  version: "2",
  party: "the Republic of Kazakhstan",
  reason: "Line one\n<script>two</script>",
  event: "Line one\n<script>two</script>",
  link: "https://depositary.example/agreements/1?a=1&b=2",
};

describe.each(letterNames)("the letter %s", (name) => {
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
  expect(renderLetter(template, sly, { language: "en" }).subject).toBe("x Bcc: y@z: published");
});
