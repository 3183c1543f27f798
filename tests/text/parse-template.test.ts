import { describe, expect, test } from "vitest";
import { fillTemplate } from "#src/text/fill-template.ts";
import { parseTemplate, templateDigest } from "#src/text/parse-template.ts";
import { files, filling, memorandum, refused } from "./memorandum.ts";

describe("a template is refused", () => {
  test("where a value is missing, unknown or not of its type, each by its pointer", () => {
    const variables = { duration_years: 99, notice_months: "six", colour: "red" };
    expect(refused(() => fillTemplate(memorandum, filling({ variables })))).toEqual({
      code: "invalid-variables",
      errors: [
        { pointer: "/variables/colour", detail: "is not a variable of the template" },
        { pointer: "/variables/place", detail: "is missing" },
        { pointer: "/variables/duration_years", detail: "is not from 1 to 30" },
        { pointer: "/variables/notice_months", detail: "is not a whole number" },
      ],
    });
  });

  test("where a placeholder is not declared, by file and line", () => {
    const text = `${files["en.md"]}\n{{colour}}\n`;
    const line = text.split("\n").length - 1;
    expect(refused(() => parseTemplate({ ...files, "en.md": text })).errors).toEqual([
      { file: "en.md", line, detail: "{{colour}} is not declared" },
    ]);
  });

  test("where a placeholder is not in every language", () => {
    const text = (files["ar.md"] ?? "").replace("{{notice_months:months genitive}}", "6");
    expect(refused(() => parseTemplate({ ...files, "ar.md": text })).errors).toEqual([
      { file: "ar.md", detail: "{{notice_months}} is missing, fr.md has it" },
    ]);
  });

  test("where a choice or the title has no words in a language", () => {
    const yaml = (files["template.yaml"] ?? "")
      .replace("  kk: Өзара түсіністік туралы меморандум\n", "")
      .replace(/^ {8}ar: يُعهد بتنسيق الأنشطة إلى المركز.*\n/m, "");
    expect(refused(() => parseTemplate({ ...files, "template.yaml": yaml })).errors).toEqual([
      { file: "template.yaml", detail: "title.kk: is missing" },
      { file: "template.yaml", detail: "variables.coordinator.choices.hub.ar: is missing" },
    ]);
  });

  test("where a language has no closing formula", () => {
    const yaml = (files["template.yaml"] ?? "").replaceAll(/\bkk\b/g, "mn");
    const text = (files["kk.md"] ?? "").replaceAll(/:[a-z -]+\}\}/g, "}}");
    const mongolian = { ...files, "template.yaml": yaml, "mn.md": text };
    expect(refused(() => parseTemplate(mongolian)).errors).toEqual([
      { file: "mn.md", detail: "templates/languages has no closing formula in this language" },
    ]);
  });

  test("where a placeholder asks for a form that its language or its variable does not have", () => {
    const text = (files["ru.md"] ?? "")
      .replace("{{notice_months:months accusative}}", "{{notice_months:months locative}}")
      .replace("{{parties}}", "{{parties:genitive}}");
    expect(refused(() => parseTemplate({ ...files, "ru.md": text })).errors).toEqual([
      {
        file: "ru.md",
        line: expect.any(Number),
        detail: "{{parties:genitive}} asks for a form, which parties has in no language",
      },
      {
        file: "ru.md",
        line: expect.any(Number),
        detail: "{{notice_months:months locative}} asks for a form that ru does not have",
      },
    ]);
  });

  test("where braces do not close, bounds leave no value, or a default is outside them", () => {
    const yaml = (files["template.yaml"] ?? "")
      .replace(/(?<before>secondment_months:\s+type: number\s+default: )\d+/, "$<before>99")
      .replace(/(?<before>coordinator:\s+type: choice\s+default: )hub/, "$<before>nobody")
      .replace(
        /(?<before>review_years:\s+type: number\s+default: \d+\s+minimum: )\d+/,
        "$<before>88",
      );
    const text = (files["en.md"] ?? "").replace("{{parties}}", "{{parties}} and {{experts}");
    const { errors } = refused(() =>
      parseTemplate({ ...files, "template.yaml": yaml, "en.md": text }),
    );
    expect(errors).toEqual([
      { file: "en.md", line: 3, detail: "{{ is not part of a placeholder such as {{place}}" },
      {
        file: "template.yaml",
        detail: expect.stringMatching(/coordinator\.default: is not one of/),
      },
      { file: "template.yaml", detail: "variables.review_years.minimum: is above the maximum, 10" },
      {
        file: "template.yaml",
        detail: "variables.secondment_months.default: is not from 1 to 36",
      },
    ]);
  });

  test("where its languages are not built alike", () => {
    const shorter = (files["ar.md"] ?? "").replace(/^3\. .*\n/m, "");
    const { code, errors } = refused(() => parseTemplate({ ...files, "ar.md": shorter }));
    expect(code).toBe("invalid-template");
    expect(JSON.stringify(errors)).toContain("is not built as in the English text");
  });

  test("where a language has no text", () => {
    const { "kk.md": _, ...rest } = files;
    expect(refused(() => parseTemplate(rest)).errors).toEqual([
      { file: "kk.md", detail: "is missing" },
    ]);
  });
});

test("a template's digest follows its words", async () => {
  const digest = await templateDigest(files);
  expect(await templateDigest({ ...files })).toBe(digest);
  expect(await templateDigest({ ...files, "en.md": `${files["en.md"]} ` })).not.toBe(digest);
});
