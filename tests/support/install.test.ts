import { accessSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { freshFolder } from "./folder.ts";
import { startProcess } from "./processes.ts";

const installer = fileURLToPath(new URL("install.ts", import.meta.url));
const folder = freshFolder();
afterAll(() => folder.remove());

const programs = [
  ["redis-server", "pdftoppm", "pdfsig", "pdffonts", "qpdf"],
  ["openssl", "mutool", "softhsm2-util", "pkcs11-tool", "ps", "chromium-headless-shell"],
].flat();

function find(program: string): string {
  const places = (process.env.PATH ?? "").split(delimiter).map((place) => join(place, program));
  return places.find((place) => {
    try {
      return accessSync(place) === undefined;
    } catch {
      return false;
    }
  }) as string;
}

test("a run without a program it needs stops at once and says what to install", async () => {
  for (const program of programs) symlinkSync(find(program), join(folder.path, program));
  // Nor is there an apt-get on this path, so that the check installs nothing here.
  const run = startProcess(installer, [], { PATH: folder.path });
  expect(await run.ended).toEqual({ code: 1, signal: null });
  expect(run.output()).toContain("The tests need pdftotext.");
  expect(run.output()).toContain("apt-get install poppler-utils.");
});

test("where all is there nothing is said and nothing done", async () => {
  const run = startProcess(installer);
  expect(await run.ended).toEqual({ code: 0, signal: null });
  expect(run.output()).toBe("");
});
