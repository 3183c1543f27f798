import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renewFile } from "#src/pdf/renew.ts";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import { sealInstrument } from "#src/pdf/seal.ts";
import { findClaims } from "#src/pdf/verify/find-claims.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { consents, original, reference } from "../attacks/fixture.ts";
import { type Lab, openLab } from "./lab.ts";

let lab: Lab;
let archived: Uint8Array;
beforeAll(async () => {
  lab = await openLab();
  archived = await seal(lab.timestamping);
});
afterAll(() => lab.close());

const none = findLists({ lists: async () => [], hosts: [], now: () => new Date() });

async function seal(timestamping: Lab["timestamping"] | null): Promise<Uint8Array> {
  const request = { signatures: consents, key: lab.key, at: new Date(), reference, timestamping };
  return (await sealInstrument(await original(), request)).pdf;
}

async function levelsOf(pdf: Uint8Array) {
  const { verdict, level, signatures } = await verifyPdf(pdf, lab.reader);
  const own = signatures.map(({ field, level }) => `${field} ${level}`);
  return [verdict, level, ...own];
}

describe("each signature has the level that it reached by itself, and the file that of its seal:", () => {
  test("without a timestamp all are B-B", async () => {
    expect(await levelsOf(await seal(null))).toEqual([
      ...["VALID", "B-B"],
      ...["Party-KZ B-B", "Party-AE B-B", "Seal B-B"],
    ]);
  });

  test("the seal's own timestamp gives the parties none: B-B under a seal of B-T", async () => {
    expect(await levelsOf(await seal({ ...lab.timestamping, revocation: none }))).toEqual([
      ...["VALID", "B-T"],
      ...["Party-KZ B-B", "Party-AE B-B", "Seal B-T"],
    ]);
  });

  test("a document timestamp over parties and data gives them B-LT, under a seal of B-LTA", async () => {
    expect(await levelsOf(archived)).toEqual([
      ...["VALID", "B-LTA"],
      ...["Party-KZ B-LT", "Party-AE B-LT", "Seal B-LTA"],
    ]);
  });

  test("a renewal archives what gave the parties B-LT: B-LTA for all", async () => {
    const { pdf } = await renewFile(archived, { timestamping: lab.timestamping, at: new Date() });
    expect(await levelsOf(pdf)).toEqual([
      ...["VALID", "B-LTA"],
      ...["Party-KZ B-LTA", "Party-AE B-LTA", "Seal B-LTA"],
    ]);
  });

  test("cut back to an earlier revision the file says the level that it has now", async () => {
    const cut = archived.subarray(0, findClaims(archived)[2]!.end);
    expect(await levelsOf(cut)).toEqual([
      ...["VALID", "B-T"],
      ...["Party-KZ B-B", "Party-AE B-B", "Seal B-T"],
    ]);
  });
});
