import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import { sealInstrument } from "#src/pdf/seal.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { consents, original, reference } from "../attacks/fixture.ts";
import { pdfsig, qpdfCheck } from "../attacks/oracles.ts";
import { type Lab, openLab } from "./lab.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

const seal = async (timestamping: Parameters<typeof sealInstrument>[1]["timestamping"]) =>
  sealInstrument(await original(), {
    signatures: consents,
    key: lab.key,
    at: new Date(),
    reference,
    timestamping: timestamping ?? null,
  });
const none = findLists({ lists: async () => [], hosts: [], now: () => new Date() });

describe("the level is the one that was reached:", () => {
  test("without a timestamp authority it is B-B", async () => {
    const { pdf, level } = await seal(null);
    const result = await verifyPdf(pdf, lab.reader);
    expect([level, result.verdict, result.level]).toEqual(["B-B", "VALID", "B-B"]);
  });

  test("with one, and no revocation data, it is B-T", async () => {
    const { pdf, level } = await seal({ ...lab.timestamping, revocation: none });
    const result = await verifyPdf(pdf, lab.reader);
    expect([level, result.verdict, result.level]).toEqual(["B-T", "VALID", "B-T"]);
    expect(result.timestamps).toEqual([]);
    expect(pdfsig(pdf).map(({ validation }) => validation)).toEqual(
      Array(3).fill("Signature is Valid."),
    );
    expect(qpdfCheck(pdf)).toBe(0);
  });

  test("with both it is B-LTA, to us, to Poppler and to qpdf", async () => {
    const { pdf, level } = await seal(lab.timestamping);
    const result = await verifyPdf(pdf, lab.reader);
    expect([result.verdict, ...result.reasons]).toEqual(["VALID", ...result.reasons]);
    expect([level, result.level]).toEqual(["B-LTA", "B-LTA"]);
    expect(result.timestamps).toMatchObject([{ field: "Timestamp-4", trusted: true }]);
    // Poppler knows no document timestamps: it says so, and that this one covers the whole file.
    const [timestamp, ...signatures] = pdfsig(pdf).reverse();
    expect(timestamp).toMatchObject({ field: "Timestamp-4", total: true });
    expect(signatures.map(({ validation }) => validation)).toEqual(
      Array(3).fill("Signature is Valid."),
    );
    expect(qpdfCheck(pdf)).toBe(0);
  });
});
