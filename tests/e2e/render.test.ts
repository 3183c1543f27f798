import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { writeSource } from "#src/text/source.ts";
import { declaration } from "#tests/pdf/typeset/support/udhr.ts";
import { freshFolder } from "#tests/support/folder.ts";

const run = promisify(execFile);
const cli = join(import.meta.dirname, "../../src/cli.ts");
const folder = freshFolder();
afterAll(() => folder.remove());

async function sourceFolder(name: string, files: Record<string, string>): Promise<string> {
  const path = join(folder.path, name);
  await mkdir(path);
  for (const [file, content] of Object.entries(files)) await writeFile(join(path, file), content);
  return path;
}

async function render(
  source: string,
  settings: Record<string, string> = {},
): Promise<{ code: number; output: string; file: string }> {
  const file = `${source}.pdf`;
  const call = [cli, "render", source, "--out", file];
  return run(process.execPath, call, { env: { PATH: process.env.PATH, ...settings } }).then(
    ({ stdout }) => ({ code: 0, output: stdout, file }),
    ({ code, stderr }) => ({ code, output: stderr, file }),
  );
}

/** Words as PDF.md counts them: letters and digits, without marks and controls, in one spelling. */
function words(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const plain = text.normalize("NFKC").replaceAll(/\p{M}|\p{Cf}/gu, "");
  for (const [word] of plain.matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

describe("the Universal Declaration of Human Rights, as a source folder", () => {
  const languages = ["en", "ru", "ar", "kk", "fr"];
  const texts = Object.fromEntries(languages.map((tag) => [tag, declaration(tag)]));
  const source = sourceFolder(
    "declaration",
    writeSource({
      reference: "UN/1948/217",
      title: Object.fromEntries(languages.map((tag) => [tag, texts[tag]?.title ?? ""])),
      languages,
      parties: [{ code: "KZ" }, { code: "AE" }],
      layout: "sequential",
      texts: Object.fromEntries(languages.map((tag) => [tag, texts[tag]?.markdown ?? ""])),
    }),
  );

  test("is rendered, whole and with every font embedded", async () => {
    const { code, file } = await render(await source);
    expect(code).toBe(0);
    await run("qpdf", ["--check", file]);
    const fonts = (await run("pdffonts", [file])).stdout.trim().split("\n").slice(2);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +\d+$/);
  });

  test("is read back from the PDF, word for word", async () => {
    const { file } = await render(await source);
    const { stdout } = await run("pdftotext", [file, "-"], { maxBuffer: 1 << 25 });
    const found = words(stdout);
    for (const tag of languages) {
      const wanted = words(texts[tag]?.text ?? "");
      const total = [...wanted.values()].reduce((sum, count) => sum + count, 0);
      const kept = [...wanted].reduce(
        (sum, [word, count]) => sum + Math.min(count, found.get(word) ?? 0),
        0,
      );
      expect(kept / total, tag).toBeGreaterThan(tag === "ar" ? 0.94 : 0.99);
    }
  });
});

test("PDF_FORMAT says whether the texts are carried inside, and a wrong one is refused", async () => {
  const source = await sourceFolder(
    "format",
    writeSource({
      ...{ reference: "X/2", title: { en: "Title" }, languages: ["en"], parties: [{ code: "KZ" }] },
      ...{ layout: "sequential", texts: { en: "# Title\n\n## One\n\nText.\n" } },
    }),
  );
  const carried = async (settings: Record<string, string>) => {
    const { code, file } = await render(source, settings);
    expect(code).toBe(0);
    return (await run("pdfdetach", ["-list", file])).stdout;
  };
  expect(await carried({ PDF_FORMAT: "PDF/A-3a" })).toContain("en.md");
  expect(await carried({ PDF_FORMAT: "PDF/A-2a" })).not.toContain("en.md");
  const { code, output } = await render(source, { PDF_FORMAT: "PDF/A-1b" });
  expect([code, output]).toEqual([1, expect.stringContaining("PDF_FORMAT must be")]);
});

test("what is wrong with a source folder is said by file, line and column", async () => {
  const good = writeSource({
    reference: "X/1",
    title: { en: "Title", ru: "Название" },
    languages: ["en", "ru"],
    parties: [{ code: "KZ" }],
    layout: "sequential",
    texts: { en: "# Title\n\n## One\n\nText.\n", ru: "# Название\n\n## Раз\n\nТекст.\n" },
  });
  const { "ru.md": _, ...half } = good;
  const missing = await render(await sourceFolder("half", half));
  expect([missing.code, missing.output]).toEqual([
    1,
    "A language has no text. (missing-text)\n  ru.md: is missing\n",
  ]);
  const hidden = { ...good, "en.md": "# Title\n\n## One\n\nTe\u202ext.\n" };
  const controls = await render(await sourceFolder("hidden", hidden));
  expect(controls.output).toContain("en.md:5:3: U+202E");
  const foreign = { ...good, "en.md": "# Title\n\n## One\n\nText ༀ.\n" };
  const unprintable = await render(await sourceFolder("foreign", foreign));
  expect([unprintable.code, unprintable.output.includes("U+0F00")]).toEqual([1, true]);
  const image = { ...good, "en.md": "# Title\n\n![x](y.png)\n" };
  expect((await render(await sourceFolder("image", image))).output).toContain("3:1: an image");
  expect((await render(join(folder.path, "nowhere"))).code).toBe(1);
});
