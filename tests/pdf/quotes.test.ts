import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { templatesFolder } from "#src/foundation.ts";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { attestationText } from "#src/pdf/seal-text.ts";
import { newInk } from "#src/pdf/typeset/ink.ts";
import { setParagraph } from "#src/pdf/typeset/paragraph.ts";
import { parseForm } from "#src/text/act-form.ts";
import { fillForm } from "#src/text/fill-form.ts";
import { isolate } from "#src/text/isolate.ts";
import { parseText } from "#src/text/markdown.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { fontsOf, run, textOf } from "./typeset/support/read-pdf.ts";

const quote =
  "The Republic reserves the right not to apply Article 5(2), in particular 12.5 % of the costs (see Annex 1).";
const form = parseForm(await readFolder(join(templatesFolder, "acts/certified-true-copy")));

/** The pieces that a line shows, from left to right; each is in the order of the text, brackets not mirrored. */
function seen(text: string, language: string): string {
  const direction = language === "ar" ? "rtl" : "ltr";
  const setting = { size: 10, width: 2000, language, direction, align: "start" } as const;
  const { lines } = setParagraph([{ text }], setting, newInk(), "here");
  return lines.flatMap(({ pieces }) => pieces.map(({ word }) => word.text)).join("");
}

async function copyIn(language: string, text: string) {
  const markdown = fillForm(form, language, {
    ...{ title: "Memorandum (2026).", reference: "DEP/2026/1", serial: "3", officer: "E. Petrova" },
    reservations: [{ party: "KZ", on: "28 نوفمبر 2026", text }],
  });
  const { pdf } = await typesetInstrument(
    {
      reference: "DEP/2026/1",
      title: { [language]: form.title[language] ?? "" },
      languages: [language],
      parties: [{ code: "HUB" }],
      layout: "sequential",
      act: true,
      texts: { [language]: markdown },
    },
    { date: "2026-11-28T10:00:00Z", id: "copy" },
  );
  return { markdown, pdf };
}

/** The words of a page with their left edge and line, as Poppler sees them. */
function placed(pdf: Uint8Array): { text: string; x: number; y: number }[] {
  const { out } = run(pdf, "pdftotext", "-bbox", "%", "-");
  return [...out.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</g)].map(
    ([, x, y, text = ""]) => ({ x: Number(x), y: Math.round(Number(y)), text }),
  );
}

describe("an English reservation in an Arabic certified true copy", () => {
  test("reads from left to right, figures and marks in their places", async () => {
    const { pdf } = await copyIn("ar", quote);
    const line = placed(pdf);
    const at = (text: string) => line.find((one) => one.text === text);
    const words = ["Article", "5(2),", "in", "particular", "12.5", "%", "(see", "Annex", "1)."];
    const found = words.map(at);
    expect(found.map((one) => one?.text)).toEqual(words);
    const inOrder = [...found].sort((a, b) => a!.y - b!.y || a!.x - b!.x);
    expect(inOrder).toEqual(found);
  });

  test("is read back word for word, without a mark that nobody sees, in fonts of the file", async () => {
    const { pdf } = await copyIn("ar", quote);
    const text = textOf(pdf);
    expect(text).not.toMatch(/[\u2066-\u2069]/);
    for (const word of quote.split(" ")) expect(text).toContain(word);
    for (const font of fontsOf(pdf)) {
      expect(font).toMatchObject({ embedded: "yes", subset: "yes", unicode: "yes" });
    }
  });

  test("prints its figures and marks in the letters of its words", async () => {
    const shown = seen(`نص ${isolate("12.5 % (five).", "ar")} نص`, "ar");
    expect(shown).toBe("نص 12.5 % (five). نص");
  });
});

test("an Arabic reservation in an English copy reads from right to left", async () => {
  const { markdown } = await copyIn("en", "تحفظ على المادة 5 (2).");
  expect(markdown).toContain("\u2068تحفظ على المادة 5 (2).\u2069");
  expect(seen(`KZ: ${isolate("تحفظ: 5 (2).", "en")} End`, "en")).toBe("KZ: ).2( 5 تحفظ: End");
});

test.each([
  ["a title with a full stop", `الصك «${isolate("Plan (2026).", "ar")}»`, "»Plan (2026).« الصك"],
  ["two names", `${isolate("A. (B)", "ar")}، ${isolate("C, Jr.", "ar")}`, "C, Jr. ،A. (B)"],
  ["a reference", `الرقم ${isolate("DEP/2026/1", "ar")}.`, ".DEP/2026/1 الرقم"],
])("%s stands whole in an Arabic line", (_, text, shown) => {
  expect(seen(text, "ar")).toBe(shown);
});

test("isolates may stand in our own forms and in no other text", () => {
  const text = "# نص\n\nنص \u2068Plan\u2069";
  expect(parseText(text, "ar", { isolates: true }).preamble).toHaveLength(1);
  expect(() => parseText(text, "ar")).toThrow("cannot be printed");
  expect(() => parseText("# نص\n\nنص \u202ePlan", "ar", { isolates: true })).toThrow();
});

test("a signature in Arabic keeps a Latin name and office in order", () => {
  const { look, reason } = attestationText(
    {
      ...{ field: "Party-KZ", party: "Kazakhstan (Republic)", person: "Yerlan, Jr." },
      ...{ title: "Minister (acting)", method: "passkey", at: new Date("2026-11-23T10:00:00Z") },
    },
    { language: "ar", trusted: true, zone: "UTC" },
  );
  expect(reason).toContain("\u2068Kazakhstan (Republic)\u2069");
  const lines = look.lines.map(({ text }) => seen(text, "ar"));
  expect(lines[0]).toBe("Yerlan, Jr.");
  expect(lines[1]).toBe("Kazakhstan (Republic) ,Minister (acting)");
});

test("the shipped forms hold no isolates themselves: they are put in when a form is filled", async () => {
  const all = await readFolder(join(templatesFolder, "acts"));
  for (const [path, text] of Object.entries(all)) {
    expect([path, /[\u2066-\u2069]/.test(text)]).toEqual([path, false]);
  }
  expect(await readFile(join(templatesFolder, "proces-verbal-words.json"), "utf8")).not.toMatch(
    /[\u2066-\u2069]/,
  );
});
