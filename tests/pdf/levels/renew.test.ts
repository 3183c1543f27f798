import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lifeOf, renewFile } from "#src/pdf/renew.ts";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import { type Sealed, sealInstrument, type Timestamping } from "#src/pdf/seal.ts";
import { askAuthority } from "#src/pdf/timestamp/ask-authority.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { openTimestampServer } from "#tests/support/timestamp-server.ts";
import { consents, original, reference } from "../attacks/fixture.ts";
import { pdfsig, qpdfCheck } from "../attacks/oracles.ts";
import { type Lab, openLab } from "./lab.ts";

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
const none = findLists({ lists: async () => [], hosts: [], now: () => new Date() });

let lab: Lab;
let sealed: Sealed;
/** Of the same authority, with a certificate that ends later. */
let later: Awaited<ReturnType<typeof openTimestampServer>>;
let timestamping: Timestamping;

beforeAll(async () => {
  lab = await openLab();
  const request = { signatures: consents, key: lab.key, at: new Date(), reference };
  sealed = await sealInstrument(await original(), { ...request, timestamping: lab.timestamping });
  later = await openTimestampServer(lab.clock, { until: inDays(300) });
  const trust = [new X509Certificate(lab.clock.pem)];
  const timestamps = askAuthority({ url: later.url, trust, now: () => new Date() });
  timestamping = { ...lab.timestamping, timestamps };
});
afterAll(async () => {
  await later.close();
  await lab.close();
});

const renew = (pdf = sealed.pdf, change: Partial<Timestamping> = {}, at = new Date()) =>
  renewFile(pdf, { timestamping: { ...timestamping, ...change }, at });
const verdictAt = async (pdf: Uint8Array, at: Date) =>
  (await verifyPdf(pdf, { ...lab.reader, at })).verdict;

describe("a sealed file that is renewed", () => {
  test("holds on after the authority of its first timestamp has ended", async () => {
    const { pdf, until } = await renew();
    expect([await verdictAt(sealed.pdf, inDays(40)), await verdictAt(pdf, inDays(40))]).toEqual([
      "EXPIRED",
      "VALID",
    ]);
    expect(await verdictAt(pdf, inDays(310))).toBe("EXPIRED");
    expect(Math.round((until.getTime() - Date.now()) / day)).toBe(300);
  });

  test("begins with the file that was sealed, and is B-LTA to us and whole to others", async () => {
    const { pdf } = await renew();
    const { length } = sealed.pdf;
    expect(Buffer.compare(pdf.subarray(0, length), sealed.pdf)).toBe(0);
    const { verdict, level, timestamps } = await verifyPdf(pdf, lab.reader);
    expect([verdict, level, timestamps.map(({ field }) => field)]).toEqual([
      "VALID",
      "B-LTA",
      ["Timestamp-4", "Timestamp-5"],
    ]);
    expect(qpdfCheck(pdf)).toBe(0);
    const [newest, , ...signatures] = pdfsig(pdf).reverse();
    expect(newest).toMatchObject({ field: "Timestamp-5", total: true });
    expect(signatures.map(({ validation }) => validation)).toEqual(
      Array(3).fill("Signature is Valid."),
    );
  });

  test("is renewed again and again", async () => {
    let { pdf } = sealed;
    for (let n = 0; n < 5; n++) pdf = (await renew(pdf)).pdf;
    const { verdict, timestamps } = await verifyPdf(pdf, { ...lab.reader, at: inDays(200) });
    expect([verdict, timestamps.length]).toEqual(["VALID", 6]);
  });

  test("needs no list that it keeps already: an authority may be gone by then", async () => {
    const { pdf } = await renew(sealed.pdf, { revocation: none });
    expect(await verdictAt(pdf, inDays(40))).toBe("VALID");
  });

  test("holds although the seal's certificate was revoked after the first timestamp", async () => {
    const other = await openLab();
    const request = { signatures: consents, key: other.key, at: new Date(), reference };
    const file = await sealInstrument(await original(), {
      ...request,
      timestamping: other.timestamping,
    });
    other.authority.revoke(other.issued, new Date(Date.now() + 3_600_000));
    const renewed = await renewFile(file.pdf, { timestamping: other.timestamping, at: new Date() });
    expect((await verifyPdf(renewed.pdf, other.reader)).verdict).toBe("VALID");
    await other.close();
  });

  test("says how long it holds", async () => {
    const life = lifeOf(sealed.pdf, { timestamping, at: new Date() });
    expect(Math.round(((life?.getTime() ?? 0) - Date.now()) / day)).toBe(30);
  });
});

test("a seal of level B-T is raised to B-LTA once the lists can be had", async () => {
  const request = { signatures: consents, key: lab.key, at: new Date(), reference };
  const alone = { ...lab.timestamping, revocation: none };
  const file = await sealInstrument(await original(), { ...request, timestamping: alone });
  expect(file.level).toBe("B-T");
  expect(lifeOf(file.pdf, { timestamping, at: new Date() })).toBeNull();
  await expect(renew(file.pdf, { revocation: none })).rejects.toThrow("revocation list");
  const { pdf } = await renew(file.pdf);
  expect((await verifyPdf(pdf, lab.reader)).level).toBe("B-LTA");
});

describe("nothing is renewed", () => {
  test("that was changed", async () => {
    const changed = sealed.pdf.slice();
    changed[900]! ^= 1;
    await expect(renew(changed)).rejects.toThrow("Only a file that is VALID is renewed. INVALID");
  });

  test("that has ended already: it is too late then", async () => {
    await expect(renew(sealed.pdf, {}, inDays(40))).rejects.toThrow("EXPIRED");
  });

  test("whose signers nobody trusts", async () => {
    await expect(renew(sealed.pdf, { trust: [lab.clock.pem] })).rejects.toThrow("UNTRUSTED");
  });

  test("while the timestamp authority is silent or false", async () => {
    for (const manner of ["failing", "for another digest"] as const) {
      later.behave(manner);
      await expect(renew()).rejects.toThrow(/timestamp authority/);
    }
    later.behave("honest");
  });
});
