import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { render } from "#src/cli/render.ts";
import { formsOf } from "#src/text/forms.ts";
import { languagesOf } from "#src/text/languages.ts";
import { writeSource } from "#src/text/source.ts";
import { fontsOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import { declaration, memberLanguages } from "#tests/pdf/typeset/support/udhr.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { trials } from "#tests/support/length.ts";

const run = promisify(execFile);
const folder = freshFolder();
afterAll(() => folder.remove());

/**
 * Compared by characters: written without spaces between words, or, in Korean, with headings of single
 * syllables whose narrow spaces a reader of the file takes for none.
 */
const spaceless = ["th", "lo", "km", "my", "ko", "ja", "zh"];

function counted(pieces: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}

/** Words, or characters where there are no spaces, without controls and in one spelling. */
function pieces(text: string, language: string): Map<string, number> {
  const plain = text.normalize("NFKC").replaceAll(/\p{Cf}/gu, "");
  if (spaceless.includes(language)) return counted(plain.replaceAll(/[\s\p{P}\p{N}]/gu, ""));
  const marked = language === "ar" || language === "he" ? plain.replaceAll(/\p{M}/gu, "") : plain;
  return counted([...marked.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => word));
}

/** How much of what was set is found again in the file. */
function recovered(set: string, found: string, language: string): number {
  const there = pieces(found, language);
  const wanted = pieces(set, language);
  const total = [...wanted.values()].reduce((sum, count) => sum + count, 0);
  const kept = [...wanted].reduce(
    (sum, [piece, count]) => sum + Math.min(count, there.get(piece) ?? 0),
    0,
  );
  return kept / total;
}

test("articles are headed in each language's own form", () => {
  const headed = (language: string) => formsOf(language).article(12);
  expect(["de", "ko", "ka", "km", "uz", "uz-Cyrl", "pt", "tlh"].map(headed)).toEqual([
    "Artikel\u00a012",
    "제12조",
    "მუხლი\u00a012",
    "មាត្រា\u00a0១២",
    "12-modda",
    "12-модда",
    "Artigo\u00a012.º",
    "§\u00a012",
  ]);
  for (const language of memberLanguages) expect(headed(language)).not.toContain("§");
});

/** The short run prints every second language, and those in which we write letters. */
const ours: readonly string[] = languagesOf("letters");
const step = trials({ short: 2, long: 1 });
const shown = memberLanguages.filter((language, at) => at % step === 0 || ours.includes(language));

describe("the Declaration of Human Rights", () => {
  test.each(shown)("in %s is printed whole and read back", async (language) => {
    const { markdown, title, text } = declaration(language);
    const source = join(folder.path, language);
    await mkdir(source);
    const files = writeSource({
      reference: "UN/1948/217",
      title: { [language]: title },
      languages: [language],
      parties: [{ code: "KZ" }],
      layout: "sequential",
      texts: { [language]: markdown },
    });
    for (const [name, content] of Object.entries(files))
      await writeFile(join(source, name), content);
    const file = `${source}.pdf`;
    expect(await render([source, "--out", file], {})).toBe(0);
    await run("qpdf", ["--check", file]);
    expect(fontsOf(await readFile(file))).not.toContainEqual(
      expect.not.objectContaining({ embedded: "yes", subset: "yes", unicode: "yes" }),
    );
    const { stdout } = await run("pdftotext", [file, "-"], { maxBuffer: 1 << 25 });
    const rate = recovered(text, stdout, language);
    console.info(`${language}\t${(rate * 100).toFixed(2)} %`);
    expect(rate).toBeGreaterThan(language === "ar" ? 0.94 : 0.99);
  });
});
