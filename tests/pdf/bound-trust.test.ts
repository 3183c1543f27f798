import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import { readAuthorities } from "#src/cli/read-authorities.ts";
import { fieldsOf, verify, whose } from "#src/cli/verify.ts";
import { assembleCms, signedAttributes } from "#src/pdf/cms/build-cms.ts";
import { lowS } from "#src/pdf/cms/low-s.ts";
import { roomFor } from "#src/pdf/cms/room.ts";
import { openSealKey, type SealKey } from "#src/pdf/seal-key.ts";
import { embedSignature, prepareSignature } from "#src/pdf/sign.ts";
import type { VerifyOptions } from "#src/pdf/verify/options.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { type Authority, openAuthority } from "#tests/support/authority.ts";
import { look, original } from "./attacks/fixture.ts";

const office = openAuthority("Office");
const ministries = { KZ: openAuthority("Ministry-KZ"), AE: openAuthority("Ministry-AE") };
afterAll(() => {
  for (const one of [office, ministries.KZ, ministries.AE]) one.close();
});

function keyUnder(authority: Authority, name: string): SealKey {
  const issued = authority.issue(name);
  return openSealKey({ ...issued, certificate: issued.pem, authority: authority.pem });
}

/** Each field signed by the key given, one after another. */
async function signedBy(keys: Record<string, SealKey>): Promise<Uint8Array> {
  let pdf = await original(Object.keys(keys));
  for (const [field, key] of Object.entries(keys)) {
    const contentsSize = roomFor([key.certificate, ...key.chain], null);
    const request = { reason: "", name: field, date: new Date(), look, contentsSize };
    const prepared = prepareSignature(pdf, field, request);
    const attributes = signedAttributes(prepared.digest, key.certificate);
    const { publicKey } = new X509Certificate(key.certificate);
    const signature = lowS(await key.sign(attributes), publicKey);
    pdf = embedSignature(prepared, assembleCms({ ...key, attributes, signature }));
  }
  return pdf;
}

const reader: VerifyOptions = {
  sealTrust: [office.pem],
  fieldTrust: { "Party-KZ": [ministries.KZ.pem], "Party-AE": [ministries.AE.pem] },
};
const own = {
  "Party-KZ": keyUnder(ministries.KZ, "Aigerim"),
  "Party-AE": keyUnder(ministries.AE, "Noura"),
};
const seal = keyUnder(office, "Seal");
const untrusted = async (keys: Record<string, SealKey>, options = reader) => {
  const { verdict, findings } = await verifyPdf(await signedBy(keys), options);
  return [verdict, ...findings.map(({ about }) => about)];
};

test("each under its own authority is VALID", async () => {
  expect(await untrusted({ ...own, Seal: seal })).toEqual(["VALID"]);
});

test("a party's authority does not make a seal", async () => {
  const forged = keyUnder(ministries.KZ, "Seal");
  expect(await untrusted({ ...own, Seal: forged })).toEqual(["UNTRUSTED", '"Seal"']);
});

test("a party's authority does not sign for another party", async () => {
  const forged = keyUnder(ministries.KZ, "Noura");
  const keys = { ...own, "Party-AE": forged, Seal: seal };
  expect(await untrusted(keys)).toEqual(["UNTRUSTED", '"Party-AE"']);
});

test("the depositary's authority signs for a party by the seal's own certificate alone", async () => {
  const attested = { ...own, "Party-AE": seal, Seal: seal };
  expect(await untrusted(attested)).toEqual(["VALID"]);
  const { signatures } = await verifyPdf(await signedBy(attested), reader);
  expect(signatures.map((one) => one.attested)).toEqual([false, true, false]);
  const forged = { ...own, "Party-AE": keyUnder(office, "Noura"), Seal: seal };
  expect(await untrusted(forged)).toEqual(["UNTRUSTED", '"Party-AE"']);
});

test("a reader who names a party's authority is not content with an attestation", async () => {
  const options = { ...reader, ownKeyFields: ["Party-AE"] };
  const attested = { ...own, "Party-AE": seal, Seal: seal };
  expect(await untrusted(attested, options)).toEqual(["UNTRUSTED", '"Party-AE"']);
});

const kept = (name: string) => new URL(`kept/${name}`, import.meta.url).pathname;

test("a reader who names a party's authority alone is not told that none was named", async () => {
  const fieldTrust = { "Party-KZ": [await readFile(kept("trust.pem"), "utf8")] };
  const { verdict, findings } = await verifyPdf(await readFile(kept("sealed.pdf")), { fieldTrust });
  expect(verdict).toBe("UNTRUSTED");
  expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(["unknown-authority"]));
});

test.each(["toString", "constructor", "hasOwnProperty"])(
  "a party's name that every object has is a name like any other: %s",
  async (name) => {
    const word = `${name}=${kept("trust.pem")}`;
    const named = await readAuthorities([word, word]);
    expect(Object.keys(fieldsOf(named))).toEqual([`Party-${name}`]);
    expect(named.parties[name]).toHaveLength(2);
    await expect(verify([kept("sealed.pdf"), "--trust", word], {})).rejects.toThrow(
      `--trust ${name}=… names no party of this file.`,
    );
  },
);

test("names in certificates turn no line around", () => {
  const names = { subject: "CN=Eve\u202eyek", issuer: "CN=وزارة (2026)." };
  expect(whose(names)).toBe("CN=Eveyek (issued by \u2068CN=وزارة (2026).\u2069)");
});
