import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { sealFile } from "#src/pdf/seal.ts";
import { verifyInProcess } from "#src/pdf/verify-in-process.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { newKey, original, reference, sealed, sealedAt } from "./attacks/fixture.ts";
import { withFile } from "./attacks/oracles.ts";

const { key, pems, trust } = newKey();
const { pdf } = await sealed(key);
/** One that the depositary alone has signed. */
const request = { key, at: sealedAt, reference };
const { pdf: single } = await sealFile(await original(["Seal"]), request);
const folder = freshFolder();
writeFileSync(join(folder.path, "trust.pem"), pems.authority);
afterAll(() => folder.remove());

const latin = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

function encrypted(): Uint8Array {
  return withFile(pdf, (path) => {
    const words = ["--encrypt", "", "owner", "256", "--", path, `${path}.out`];
    execFileSync("qpdf", words, { stdio: "pipe" });
    return new Uint8Array(readFileSync(`${path}.out`));
  });
}

/** What is brought, and the verdict, the code and some of the words it gets. */
const inputs: [
  name: string,
  make: () => Uint8Array | Promise<Uint8Array>,
  string,
  string,
  string,
][] = [
  ["empty", () => new Uint8Array(), "MALFORMED", "empty", "is empty"],
  ["encrypted", encrypted, "ENCRYPTED", "encrypted", "is encrypted"],
  [
    "cut in the middle",
    () => single.subarray(0, single.length >> 1),
    "MALFORMED",
    "cut-off",
    "cut off",
  ],
  [
    "cut near its end",
    () => single.subarray(0, -30),
    "MALFORMED",
    "cut-off",
    "did not arrive whole",
  ],
  ["an unsigned PDF", () => original(), "NO_SIGNATURE", "no-signature", "carries no signature"],
  [
    "a PDF without a place for signatures",
    () => original([]),
    "NO_SIGNATURE",
    "no-signature",
    "carries no signature",
  ],
  ["a text named .pdf", () => latin("Dear Sir"), "MALFORMED", "not-a-pdf", "not a PDF"],
  ["an office document", () => latin("PK\x03\x04\x14\0word/"), "MALFORMED", "not-a-pdf", "office"],
  ["a picture", () => latin("\x89PNG\r\n\x1a\n"), "MALFORMED", "not-a-pdf", "picture (PNG)"],
  ["a web page", () => latin("<!DOCTYPE html>"), "MALFORMED", "not-a-pdf", "web page"],
  [
    "gzip of the sealed file",
    () => new Uint8Array(deflateSync(pdf)),
    "MALFORMED",
    "not-a-pdf",
    "not a PDF",
  ],
  [
    "100 MB that begin as a PDF",
    () => {
      const large = new Uint8Array(100 * 1024 * 1024);
      large.set(pdf);
      return large;
    },
    "TOO_COMPLEX",
    "too-large",
    "larger than 20 MB",
  ],
];

/** Each start of the command takes its time. */
const byCommand = new Set([
  "empty",
  "encrypted",
  "an office document",
  "100 MB that begin as a PDF",
]);

describe("bad input gets its own verdict, code and words, from the command as from the function:", () => {
  test.each(inputs)("%s", async (name, make, verdict, code, words) => {
    const bytes = await make();
    const result = await verifyInProcess(bytes, { trust });
    const [first] = result.findings;
    expect([result.verdict, first?.code]).toEqual([verdict, code]);
    expect(first?.sentence).toContain(words);
    if (!byCommand.has(name)) return;
    const file = join(folder.path, "renamed.pdf");
    writeFileSync(file, bytes);
    const cli = join(import.meta.dirname, "../../src/cli.ts");
    const said = spawnSync(
      process.execPath,
      [cli, "verify", file, "--trust", "trust.pem", "--json"],
      {
        cwd: folder.path,
        encoding: "utf8",
        env: { PATH: process.env.PATH, DATA_DIR: folder.path },
      },
    );
    expect(said.status).toBe(1);
    expect(JSON.parse(said.stdout)).toMatchObject({
      verdict,
      codes: expect.arrayContaining([code]),
    });
  });
});
