import { afterAll, describe, expect, test } from "vitest";
import { embedSignature, prepareSignature } from "#src/pdf/sign.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { newAuthority } from "./authority.ts";
import { byKey, forged, honest } from "./by-key.ts";
import { look, newKey, original, sealed } from "./fixture.ts";
import { careful, type OutsideOptions, outsideSigner, rsa } from "./openssl.ts";

const trusted = newAuthority();
const trust = [trusted.certificate];

test("an honest signature under the same authority is VALID", async () => {
  const key = trusted.issue();
  const pdf = await forged((prepared) => honest(prepared, key), trusted, key);
  expect(await verifyPdf(pdf, { trust })).toMatchObject({ verdict: "VALID" });
});

describe("a forged signature is seen:", () => {
  test.each(byKey)("%s is %s", async (_name, verdict, forge) => {
    const result = await verifyPdf(await forged(forge, trusted), { trust });
    expect([result.verdict, ...result.reasons]).toEqual([verdict, ...result.reasons]);
  });
});

describe("what openssl makes with too little care is seen:", () => {
  const cleanups: (() => void)[] = [];
  afterAll(() => {
    for (const cleanup of cleanups) cleanup();
  });
  test.each<[string, string, OutsideOptions, string]>([
    ["a digest by SHA-1", "WEAK_ALGORITHM", {}, "-cades -md sha1"],
    ["an RSA key of 1024 bits", "WEAK_ALGORITHM", { key: rsa(1024) }, careful],
    ["a certificate signed with SHA-1", "WEAK_ALGORITHM", { digest: "sha1" }, careful],
    ["a key for encryption only", "UNTRUSTED", { extension: "keyUsage=keyEncipherment" }, careful],
    [
      "a certificate for servers only",
      "UNTRUSTED",
      { extension: "extendedKeyUsage=serverAuth" },
      careful,
    ],
    [
      "a critical rule that nobody knows",
      "UNTRUSTED",
      { extension: "1.2.3.4=critical,DER:0500" },
      careful,
    ],
    ["no signed attributes", "MALFORMED", {}, "-noattr -md sha256"],
    ["no signing certificate", "MALFORMED", {}, "-md sha256"],
    ["the text inside", "MALFORMED", {}, `${careful} -nodetach`],
    ["the signer named by key identifier", "MALFORMED", {}, `${careful} -keyid`],
    ["the signer's certificate left out", "MALFORMED", {}, `${careful} -nocerts`],
  ])("%s is %s", async (_name, verdict, options, words) => {
    const signer = outsideSigner(options);
    cleanups.push(signer.remove);
    const date = new Date(Date.now() + 3_600_000);
    const request = { reason: "Seal", name: "Seal", date, look };
    const prepared = prepareSignature(await original(["Seal"]), "Seal", request);
    const cms = signer.cms(prepared.signedBytes, words);
    const result = await verifyPdf(embedSignature(prepared, cms), { trust: [signer.authority] });
    expect([result.verdict, ...result.reasons]).toEqual([verdict, ...result.reasons]);
  });
});

describe("a good seal is judged by what the reader brings:", () => {
  const { key, trust: own, pems } = newKey();
  const good = sealed(key);
  const verdictWith = async (options: Parameters<typeof verifyPdf>[1]) =>
    (await verifyPdf((await good).pdf, options)).verdict;

  test("without an authority it is UNTRUSTED, and all else is in order", async () => {
    const { verdict, findings, signatures } = await verifyPdf((await good).pdf);
    expect([verdict, findings.map(({ code }) => code)]).toEqual(["UNTRUSTED", ["no-authority"]]);
    expect(signatures.every(({ digestOk, cmsOk }) => digestOk && cmsOk)).toBe(true);
  });

  test("with another authority it is UNTRUSTED", async () => {
    expect(await verdictWith({ trust })).toBe("UNTRUSTED");
  });

  test("with its certificate itself it is VALID", async () => {
    expect(await verdictWith({ trust: [pems.certificate] })).toBe("VALID");
  });

  test("once the certificate has run out it is EXPIRED, for no timestamp shows its age", async () => {
    expect(await verdictWith({ trust: own, at: new Date("2027-06-01") })).toBe("VALID");
    expect(await verdictWith({ trust: own, at: new Date("2028-01-01") })).toBe("EXPIRED");
  });

  test("with the digest of another original it is INVALID_DIGEST", async () => {
    const originalDigest = "00".repeat(32);
    expect(await verdictWith({ trust: own, originalDigest })).toBe("INVALID_DIGEST");
  });

  test("where one more signature is expected it is INCOMPLETE", async () => {
    const expectedFields = ["Party-KZ", "Party-FR"];
    expect(await verdictWith({ trust: own, expectedFields })).toBe("INCOMPLETE");
  });

  test("trust that is no certificate is a fault of the reader, not of the file", async () => {
    await expect(verdictWith({ trust: ["nonsense"] })).rejects.toThrow();
  });
});
