import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256 } from "#src/bytes/sha256.ts";
import { entryHash } from "#src/evidence/append.ts";
import { opensslVerifies } from "#tests/pdf/attacks/oracles.ts";
import { structureFaults } from "#tests/pdf/structure-faults.ts";
import { freshFolder } from "#tests/support/folder.ts";

const run = promisify(execFile);
const cli = join(import.meta.dirname, "../../src/cli.ts");
const folder = freshFolder();
const out = join(folder.path, "demo");
const sealed = join(out, "sealed.pdf");

type Run = { code: number; output: string; complaints: string };

/** The command line as a person runs it: exit code and what it printed. */
async function depositary(...words: string[]): Promise<Run> {
  return withSettings({}, ...words);
}

async function withSettings(settings: Record<string, string>, ...words: string[]): Promise<Run> {
  const env = { PATH: process.env.PATH, DATA_DIR: join(folder.path, "none"), ...settings };
  return run(process.execPath, [cli, ...words], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr, complaints: stderr }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr, complaints: stderr }),
  );
}

let demo: Awaited<ReturnType<typeof depositary>>;

beforeAll(async () => {
  demo = await depositary("demo", "--out", out);
});
afterAll(() => folder.remove());

test("the demonstration ends well and shows its progress", () => {
  expect(demo).toMatchObject({ code: 0 });
  for (const step of ["Drafting", "change", "approves", "signs", "Sealing", "Published"]) {
    expect(demo.output).toContain(step);
  }
});

test("it prints nothing that looks like trouble", () => {
  expect(demo.complaints).toBe("");
  expect(demo.output).not.toMatch(/warn|deprecat|experimental/i);
});

test("it leaves the sealed PDF, its source, its evidence and the authority", async () => {
  const files = await readdir(out, { recursive: true });
  expect(files.sort()).toEqual([
    "evidence.ndjson",
    "evidence.pdf",
    "log.vkey",
    "sealed.pdf",
    "source",
    "source/agreement.yaml",
    "source/ar.md",
    "source/en.md",
    "source/ru.md",
    "trust.pem",
  ]);
});

test("the sealed PDF and the annex are VALID with the authority, UNTRUSTED without", async () => {
  for (const file of ["sealed.pdf", "evidence.pdf"]) {
    const trusting = await depositary("verify", join(out, file), "--trust", join(out, "trust.pem"));
    expect(trusting).toMatchObject({ code: 0, output: expect.stringMatching(/^VALID/) });
    const strict = await depositary("verify", join(out, file), "--json");
    expect(strict.code).toBe(1);
    expect(JSON.parse(strict.output)).toMatchObject({ verdict: "UNTRUSTED" });
  }
});

test("the sealed PDF and the annex keep the file structure of PDF/A at every revision", async () => {
  for (const file of ["sealed.pdf", "evidence.pdf"]) {
    expect(structureFaults(await readFile(join(out, file)))).toEqual([]);
    const words = ["verify", join(out, file), "--json", "--trust", join(out, "trust.pem")];
    expect(JSON.parse((await depositary(...words)).output).archival).toBe("PDF/A-2a");
  }
});

test("PDF_FORMAT=PDF/A-3a puts the texts into the sealed PDF; another format is refused", async () => {
  const other = join(folder.path, "demo-3a");
  const { code } = await withSettings({ PDF_FORMAT: "PDF/A-3a" }, "demo", "--out", other);
  expect(code).toBe(0);
  const file = join(other, "sealed.pdf");
  const { stdout } = await run("pdfdetach", ["-list", file]);
  for (const name of ["agreement.yaml", "en.md", "ru.md", "ar.md"]) expect(stdout).toContain(name);
  const verified = await depositary("verify", file, "--json", "--trust", join(other, "trust.pem"));
  expect(JSON.parse(verified.output)).toMatchObject({ verdict: "VALID", archival: "PDF/A-3a" });
  expect(structureFaults(await readFile(file))).toEqual([]);
  const wrong = await withSettings({ PDF_FORMAT: "PDF/A-9" }, "demo", "--out", other);
  expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining("PDF_FORMAT must be") });
}, 120_000);

test("a flipped byte is not VALID, and a call without a file ends with 2", async () => {
  const bytes = await readFile(sealed);
  bytes[2000] = (bytes[2000] ?? 0) ^ 1;
  const flipped = join(folder.path, "flipped.pdf");
  await writeFile(flipped, bytes);
  const { code, output } = await depositary("verify", flipped, "--trust", join(out, "trust.pem"));
  expect(code).toBe(1);
  expect(output).not.toMatch(/^VALID/);
  expect((await depositary("verify")).code).toBe(2);
  expect((await depositary("verify", sealed, "--colour")).code).toBe(2);
});

test("qpdf, pdffonts and pdfsig find nothing wrong with the sealed PDF", async () => {
  await run("qpdf", ["--check", sealed]);
  const fonts = (await run("pdffonts", [sealed])).stdout.trim().split("\n").slice(2);
  expect(fonts.length).toBeGreaterThan(2);
  for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +\d+$/);
  const { stdout } = await run("pdfsig", ["-nocert", sealed]);
  expect(stdout.match(/Signature is Valid/g)).toHaveLength(4);
  expect(stdout.trim().split("Signature #").at(-1)).toContain("Total document signed");
});

test("openssl agrees with every signature of the sealed PDF, under the authority left beside it", async () => {
  const pdf = await readFile(sealed);
  const authority = await readFile(join(out, "trust.pem"), "utf8");
  const ranges = [...pdf.toString("latin1").matchAll(/\/ByteRange \[0 (\d+) (\d+) (\d+)/g)];
  expect(ranges).toHaveLength(4);
  for (const [, before, after, rest] of ranges.map((match) => match.map(Number))) {
    const [from = 0, to = 0, length = 0] = [before, after, rest];
    const hex = pdf.toString("latin1", from + 1, to - 1);
    const covered = Buffer.concat([pdf.subarray(0, from), pdf.subarray(to, to + length)]);
    const cms = Buffer.from(hex, "hex");
    expect(opensslVerifies(cms, covered, authority, new Date())).toBe(true);
  }
});

test("the three languages are in the PDF as they are in its source", async () => {
  const { stdout } = await run("pdftotext", ["-layout", sealed, "-"], { maxBuffer: 1 << 24 });
  for (const words of ["MEMORANDUM", "Section 1", "Раздел 1", "Astana"]) {
    expect(stdout.toLowerCase()).toContain(words.toLowerCase());
  }
  expect(stdout).toMatch(/[\u0600-\u06ff]/);
  const english = await readFile(join(out, "source", "en.md"), "utf8");
  expect(english).toContain("review the work plan together once a year");
});

test("the evidence export is one unbroken chain that names the sealed file", async () => {
  const lines = (await readFile(join(out, "evidence.ndjson"), "utf8")).trim().split("\n");
  const [, ...entries] = lines.map((line) => JSON.parse(line));
  let previous = "0".repeat(64);
  for (const { hash, previous: before, at, log: _, ...entry } of entries) {
    expect(before).toBe(previous);
    expect(await entryHash({ ...entry, at: new Date(at) }, before)).toBe(hash);
    previous = hash;
  }
  const seal = entries.find(({ act }) => act === "report-sealed");
  const digest = await sha256(await readFile(sealed));
  expect(seal.detail.seals).toMatchObject([{ original: "common", digest }]);
  expect(entries.map(({ act }) => act)).toContain("request-changes");
});

test("the evidence export verifies offline, and not with a byte changed", async () => {
  const file = join(out, "evidence.ndjson");
  const key = (await readFile(join(out, "log.vkey"), "utf8")).trim();
  const good = await depositary("evidence", "verify", file, "--key", key);
  expect(good).toMatchObject({ code: 0, output: expect.stringMatching(/^HOLDS\n/) });
  expect(good.output).toContain("by demo, the weaker method");
  const changed = join(folder.path, "changed.ndjson");
  await writeFile(changed, (await readFile(file, "utf8")).replace('"approve"', '"decline"'));
  const ownKey = await depositary("evidence", "verify", file);
  expect(ownKey).toMatchObject({ code: 1, output: expect.stringMatching(/^HOLDS IN PART\n/) });
  const bad = await depositary("evidence", "verify", changed, "--key", key, "--json");
  expect(bad.code).toBe(1);
  expect(JSON.parse(bad.output).reasons[0]).toContain("(decline, ");
  expect((await depositary("evidence", "verify")).code).toBe(2);
  expect((await depositary("evidence", "verify", join(out, "none"))).code).toBe(2);
  expect((await depositary("evidence", "read", file)).code).toBe(2);
});

test("the annex carries the place of its acts in the log, and a checkpoint signed by it", async () => {
  const { stdout } = await run("pdftotext", ["-layout", join(out, "evidence.pdf"), "-"]);
  const key = (await readFile(join(out, "log.vkey"), "utf8")).trim();
  const [origin = ""] = key.split("+");
  const [first = ""] = (await readFile(join(out, "evidence.ndjson"), "utf8")).split("\n");
  const size = Number(JSON.parse(first).checkpoint.split("\n")[1]);
  expect(stdout).toContain("Evidence log");
  expect(stdout).toContain(`— ${origin}`);
  const printed = Number(stdout.match(new RegExp(`^ *${origin}\\s+(\\d+)$`, "m"))?.[1]);
  expect(printed).toBeGreaterThan(10);
  expect(printed).toBeLessThanOrEqual(size);
});

test("its source folder is rendered again without a server", async () => {
  const file = join(folder.path, "again.pdf");
  const first = await depositary("render", join(out, "source"), "--out", file);
  expect(first.code).toBe(0);
  const bytes = await readFile(file);
  await depositary("render", join(out, "source"), "--out", file);
  expect(await readFile(file)).toEqual(bytes);
});
