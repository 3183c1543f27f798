import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { writeSource } from "#src/text/source.ts";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import { freshFolder } from "#tests/support/folder.ts";

const run = promisify(execFile);
const cli = join(import.meta.dirname, "../../src/cli.ts");
const folder = freshFolder();
afterAll(() => folder.remove());

async function source(name: string, words: string): Promise<string> {
  const path = join(folder.path, name);
  await mkdir(path);
  const files = writeSource({
    reference: "ACSH/2026/010",
    title: { en: "Agreement" },
    languages: ["en"],
    parties: [{ code: "KZ" }, { code: "AE" }],
    layout: "sequential",
    headings: "sections",
    texts: { en: `# Agreement\n\n## Scope\n\n${words}\n` },
  });
  for (const [file, content] of Object.entries(files)) await writeFile(join(path, file), content);
  return path;
}

const compare = (...words: string[]) =>
  run(process.execPath, [cli, "compare", ...words], { env: { PATH: process.env.PATH } }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stderr }) => ({ code, output: String(stderr) }),
  );

test("two source folders are compared into a PDF", async () => {
  const older = await source("older", "Officials are trained.");
  const newer = await source("newer", "Officials and judges are trained.");
  const out = join(folder.path, "changes.pdf");
  const { code, output } = await compare(older, newer, "--out", out);
  expect({ code, output }).toMatchObject({ code: 0 });
  const text = textOf(await readFile(out)).replaceAll(/\s+/g, " ");
  expect(text).toContain("Officials and judges are trained.");
  expect(text).toContain("Section 1");
});

test("a word too few is a usage error", async () => {
  expect(await compare("one")).toMatchObject({ code: 2 });
});
