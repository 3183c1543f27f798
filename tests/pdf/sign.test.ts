import { createHash, createPrivateKey, sign } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { Refusal } from "#src/errors.ts";
import { assembleCms, signedAttributes } from "#src/pdf/cms/build-cms.ts";
import { embedSignature, prepareSignature, type SignatureRequest } from "#src/pdf/sign.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { original } from "./attacks/fixture.ts";
import { ec, outsideSigner, rsa } from "./attacks/openssl.ts";
import { opensslVerifies, pdfsig, qpdfCheck } from "./attacks/oracles.ts";

// openssl dates certificates from now on.
const soon = new Date(Date.now() + 3_600_000);

const request: SignatureRequest = {
  reason: "Approved · Одобряю · أوافق",
  name: "Noura Al Mansoori",
  date: soon,
  look: { lines: [{ text: "Noura Al Mansoori", language: "en", size: 10 }], direction: "ltr" },
};
const pdf = await original(["Party-AE"]);
const outsiders = {
  "RSA 2048": outsideSigner({ key: rsa(2048) }),
  "RSA 3072": outsideSigner({ key: rsa(3072) }),
  "ECDSA P-256": outsideSigner({ key: ec("P-256") }),
  "ECDSA P-384": outsideSigner({ key: ec("P-384") }),
};
afterAll(() => {
  for (const outsider of Object.values(outsiders)) outsider.remove();
});

describe("a prepared signature", () => {
  const prepared = prepareSignature(pdf, "Party-AE", request);

  test("keeps the file as a prefix and is the same for the same input", () => {
    expect(Buffer.compare(prepared.pdf.subarray(0, pdf.length), pdf)).toBe(0);
    expect(prepareSignature(pdf, "Party-AE", request)).toEqual(prepared);
  });

  test("covers everything but the place of the CMS", () => {
    const [start, first, second, length] = prepared.byteRange;
    expect([start, second + length]).toEqual([0, prepared.pdf.length]);
    const gap = Buffer.from(prepared.pdf.subarray(first, second)).toString();
    expect(gap).toMatch(/^<0{32768}>$/);
    expect(prepared.signedBytes.length).toBe(first + length);
    const digest = createHash("sha256").update(prepared.signedBytes).digest();
    expect(Buffer.compare(prepared.digest, digest)).toBe(0);
  });

  test("refuses a CMS that is longer than its place", () => {
    const small = prepareSignature(pdf, "Party-AE", { ...request, contentsSize: 100 });
    expect(() => embedSignature(small, new Uint8Array(101))).toThrow(RangeError);
  });

  test("refuses a field that is not there, or signed already", () => {
    expect(() => prepareSignature(pdf, "Party-XX", request)).toThrow(Refusal);
    expect(() => prepareSignature(prepared.pdf, "Party-AE", request)).toThrow("signed already");
  });
});

describe.each(Object.entries(outsiders))("a party's own key, %s", (_, outsider) => {
  const prepared = prepareSignature(pdf, "Party-AE", request);
  const trust = [outsider.authority];

  test("signs the attributes where it lies, and the CMS is assembled here", async () => {
    const attributes = signedAttributes(prepared.digest, outsider.certificate);
    const signature = sign("sha256", attributes, createPrivateKey(outsider.key));
    const cms = assembleCms({
      attributes,
      signature,
      certificate: outsider.certificate,
      chain: [],
    });
    expect(opensslVerifies(cms, prepared.signedBytes, outsider.authority, soon)).toBe(true);
    const signed = embedSignature(prepared, cms);
    expect(pdfsig(signed)).toEqual([
      { field: "Party-AE", validation: "Signature is Valid.", total: true },
    ]);
    expect(qpdfCheck(signed)).toBe(0);
    expect((await verifyPdf(signed, { trust })).verdict).toBe("VALID");
  });

  test("may send the whole CMS, as openssl makes it", async () => {
    const signed = embedSignature(prepared, outsider.cms(prepared.signedBytes));
    expect(pdfsig(signed)[0]?.validation).toBe("Signature is Valid.");
    const { verdict, signatures } = await verifyPdf(signed, { trust });
    expect(verdict).toBe("VALID");
    expect(signatures[0]).toMatchObject({ subject: "CN=Outsider", trusted: true });
  });
});

test("parties with keys of their own and under their own authorities sign one file in turn", async () => {
  let file = await original(["Party-KZ", "Party-AE"]);
  const [first, second] = [outsiders["RSA 3072"], outsiders["ECDSA P-256"]];
  for (const [field, outsider] of [
    ["Party-AE", first],
    ["Party-KZ", second],
  ] as const) {
    const prepared = prepareSignature(file, field, request);
    file = embedSignature(prepared, outsider.cms(prepared.signedBytes));
  }
  const both = await verifyPdf(file, { trust: [first.authority, second.authority] });
  expect(both.verdict).toBe("VALID");
  const one = await verifyPdf(file, { trust: [first.authority] });
  expect(one.verdict).toBe("UNTRUSTED");
  expect(one.signatures.map(({ field, trusted }) => [field, trusted])).toEqual([
    ["Party-AE", true],
    ["Party-KZ", false],
  ]);
});
