import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "#src/bytes/sha256.ts";
import { readFile } from "#src/pdf/revisions/read-file.ts";
import { sealInstrument } from "#src/pdf/seal.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { text } from "../attacks/bytes.ts";
import { consents, newKey, reference } from "../attacks/fixture.ts";
import { pdfsig, qpdfCheck } from "../attacks/oracles.ts";
import { type Lab, openLab } from "../levels/lab.ts";
import { structureFaults } from "../structure-faults.ts";

const kept = (name: string) => readFileSync(join(import.meta.dirname, name));
const sealed = new Uint8Array(kept("sealed.pdf"));
const [trust, clock] = [kept("trust.pem").toString(), kept("clock.pem").toString()];
const [first, second] = readFile(sealed).revisions;
const original = sealed.subarray(0, first!.end);
const halfSigned = sealed.subarray(0, second!.end);
/** Of the original, as it was recorded when it was made. */
const digest = "7db25118881ff72e1a4438650761018347b3a15c2b2a05898f82b059382a73e0";

let lab: Lab;
beforeAll(async () => {
  lab = await openLab({ milliseconds: 30_000 });
});
afterAll(() => lab.close());

const byLab = (pdf: Uint8Array, signed: string[]) =>
  sealInstrument(pdf, {
    signatures: consents.filter(({ field }) => !signed.includes(field)),
    ...{ signed, key: lab.key, at: new Date(), reference },
    timestamping: { ...lab.timestamping, trust: [...lab.timestamping.trust, trust] },
  });

describe("a file that was sealed before originals ended with an end of line", () => {
  test("is VALID at its level, over the original that was on record then", async () => {
    const options = { trust: [trust], timestampTrust: [clock], originalDigest: digest };
    const { verdict, level, revision0Digest } = await verifyPdf(sealed, options);
    expect([verdict, level, revision0Digest]).toEqual(["VALID", "B-LTA", digest]);
  });

  test("is not called PDF/A: its first signature begins on the line of the last %%EOF", async () => {
    const { archival } = await verifyPdf(sealed, { trust: [trust], timestampTrust: [clock] });
    expect(archival).toBe(null);
    expect(structureFaults(sealed).map(({ revision, clause }) => [revision, clause])).toEqual([
      [1, "6.1.9"],
      [2, "6.1.9"],
      [3, "6.1.9"],
      [4, "6.1.9"],
    ]);
  });
});

describe("an original of that time, without an end of line at its end,", () => {
  test("is sealed today: VALID, a byte prefix, with its digest of then, and PDF/A", async () => {
    expect(text(original).endsWith("%%EOF")).toBe(true);
    const { pdf } = await byLab(original, []);
    expect(Buffer.compare(pdf.subarray(0, original.length), original)).toBe(0);
    const options = { ...lab.reader, originalDigest: digest };
    const { verdict, level, revision0Digest, archival } = await verifyPdf(pdf, options);
    expect([verdict, level, revision0Digest]).toEqual(["VALID", "B-LTA", digest]);
    expect(archival).toBe("PDF/A-2a");
    expect(structureFaults(pdf)).toEqual([]);
    expect(qpdfCheck(pdf)).toBe(0);
    expect(pdfsig(pdf).at(-1)?.total).toBe(true);
  });

  test("is sealed without a timestamp too", async () => {
    const { key, trust } = newKey();
    const request = { signatures: consents, key, at: new Date(), reference };
    const { pdf } = await sealInstrument(original, request);
    const { verdict, revision0Digest, archival } = await verifyPdf(pdf, { trust });
    expect([verdict, revision0Digest, archival]).toEqual(["VALID", digest, "PDF/A-2a"]);
  });

  test("and was signed by a party before the upgrade: the rest is added, and all of it is VALID", async () => {
    const { pdf } = await byLab(halfSigned, ["Party-KZ"]);
    expect(Buffer.compare(pdf.subarray(0, halfSigned.length), halfSigned)).toBe(0);
    const options = { trust: [...lab.reader.trust, trust], timestampTrust: [lab.clock.pem] };
    const { verdict, revision0Digest, archival, signatures } = await verifyPdf(pdf, options);
    expect([verdict, revision0Digest, archival]).toEqual(["VALID", digest, null]);
    expect(signatures.map(({ field }) => field)).toEqual(["Party-KZ", "Party-AE", "Seal"]);
  });
});

test("the digest of an original is that of its own bytes, with and without its end of line", async () => {
  const { key, trust } = newKey();
  for (const own of [original, Buffer.concat([original, Buffer.from("\n")])]) {
    const request = { signatures: consents, key, at: new Date(), reference };
    const { pdf } = await sealInstrument(own, request);
    const { verdict, revision0Digest } = await verifyPdf(pdf, { trust });
    expect([verdict, revision0Digest]).toEqual(["VALID", await sha256(own)]);
  }
});
