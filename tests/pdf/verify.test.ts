import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { PDFDocument } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { sealInstrument } from "#src/pdf/seal.ts";
import { readDate } from "#src/pdf/verify/read-date.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { consents, newKey, original, reference, sealedAt } from "./attacks/fixture.ts";
import { pdfsig, withFile } from "./attacks/oracles.ts";

const { key, trust } = newKey();

function consentsOf(count: number) {
  return Array.from({ length: count }, (_, i) => ({ ...consents[0]!, field: `Party-${i + 1}` }));
}

/** The same original as another program writes it. */
function rewritten(pdf: Uint8Array, program: string, ...words: string[]): Uint8Array {
  return withFile(pdf, (path) => {
    execFileSync(program, [...words, path, `${path}.out`], { stdio: "pipe" });
    return new Uint8Array(readFileSync(`${path}.out`));
  });
}

describe("a good file is VALID", () => {
  test.each([1, 2, 5, 30])("with %i parties", async (count) => {
    const signatures = consentsOf(count);
    const pdf = await original([...signatures.map(({ field }) => field), "Seal"]);
    const sealed = await sealInstrument(pdf, { signatures, key, at: sealedAt, reference });
    const { verdict, signatures: found } = await verifyPdf(sealed.pdf, { trust });
    expect([verdict, found.length]).toEqual(["VALID", count + 1]);
    expect(pdfsig(sealed.pdf).every(({ validation }) => validation === "Signature is Valid.")).toBe(
      true,
    );
  });

  test("where the parties signed in another order than their fields stand", async () => {
    const signatures = consents.toReversed();
    const sealed = await sealInstrument(await original(), {
      signatures,
      key,
      at: sealedAt,
      reference,
    });
    const { verdict, signatures: found } = await verifyPdf(sealed.pdf, { trust });
    expect(verdict).toBe("VALID");
    expect(found.map(({ field }) => field)).toEqual(["Party-AE", "Party-KZ", "Seal"]);
  });

  test.each([
    ["qpdf", ["--object-streams=disable"]],
    [
      "qpdf",
      ["--object-streams=disable", "--stream-data=uncompress", "--newline-before-endstream"],
    ],
    ["mutool", ["clean"]],
  ])("on an original that %s wrote, %s", async (program, words) => {
    const pdf = rewritten(await original(), program, ...words);
    const sealed = await sealInstrument(pdf, {
      signatures: consents,
      key,
      at: sealedAt,
      reference,
    });
    const result = await verifyPdf(sealed.pdf, { trust });
    expect([result.verdict, ...result.reasons]).toEqual(["VALID", ...result.reasons]);
  });

  test("with a hundred pages and streams of megabytes", async () => {
    const loaded = await PDFDocument.load(await original(), { updateMetadata: false });
    for (let i = 0; i < 100; i++) loaded.addPage();
    const noise = Buffer.alloc(8_000_000, "/ByteRange [0 1 2 3] endobj %%EOF startxref ");
    loaded.context.register(loaded.context.stream(noise));
    const pdf = await loaded.save({ useObjectStreams: false, updateFieldAppearances: false });
    const sealed = await sealInstrument(pdf, {
      signatures: consents,
      key,
      at: sealedAt,
      reference,
    });
    expect((await verifyPdf(sealed.pdf, { trust })).verdict).toBe("VALID");
  });
});

test("a file with compressed objects, which we never write, is not sealed, and unsigned to us", async () => {
  const pdf = rewritten(await original(), "qpdf", "--object-streams=generate");
  const attempt = sealInstrument(pdf, { signatures: consents, key, at: sealedAt, reference });
  await expect(attempt).rejects.toThrow();
  expect((await verifyPdf(pdf, { trust })).verdict).toBe("NO_SIGNATURE");
  expect((await verifyPdf(pdf.subarray(0, -100), { trust })).verdict).toBe("MALFORMED");
});

test("dates are read as PDF writes them", () => {
  expect(readDate("D:20261123140509Z")).toEqual(new Date("2026-11-23T14:05:09Z"));
  expect(readDate("D:20261123190509+05'00'")).toEqual(new Date("2026-11-23T14:05:09Z"));
  expect(readDate("D:20261123090509-05'00")).toEqual(new Date("2026-11-23T14:05:09Z"));
  for (const wrong of ["", "2026-11-23", "D:2026", "D:20261399140509Z"])
    expect(readDate(wrong)).toBeNull();
});
