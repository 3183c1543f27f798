import { generateKeyPairSync, sign, verify, X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lowS } from "#src/pdf/cms/low-s.ts";
import { oids } from "#src/pdf/cms/oids.ts";
import { sealInstrument } from "#src/pdf/seal.ts";
import { askAuthority } from "#src/pdf/timestamp/ask-authority.ts";
import { readToken } from "#src/pdf/verify/read-cms.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { openAuthority } from "#tests/support/authority.ts";
import { type EssForm, openTimestampServer } from "#tests/support/timestamp-server.ts";
import { consents, original, reference } from "../attacks/fixture.ts";
import { type Lab, openLab } from "./lab.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await openLab({ milliseconds: 30_000 });
});
afterAll(() => lab.close());

const now = () => new Date();

describe("a timestamp may name its authority's certificate as authorities do:", () => {
  test.each<[string, EssForm]>([
    ["by SHA-256, with issuer and number", { digest: "sha256", chain: true }],
    ["by SHA-1 alone, as before 2010", { digest: "sha1", chain: false }],
    ["by SHA-1, with issuer and number", { digest: "sha1", chain: true }],
    ["by SHA-512", { digest: "sha512", chain: false }],
  ])("%s", async (_name, form) => {
    const clock = openAuthority("Clock");
    const server = await openTimestampServer(clock, {}, form);
    const trust = [new X509Certificate(clock.pem)];
    const timestamps = askAuthority({ url: server.url, trust, now, milliseconds: 30_000 });
    const token = readToken(await timestamps.stamp(Buffer.from("text")));
    const older = form.digest === "sha1";
    expect(token.attribute.has(oids.signingCertificate)).toBe(older);
    expect(token.attribute.has(oids.signingCertificateV2)).toBe(!older);
    const timestamping = { ...lab.timestamping, timestamps };
    const request = { signatures: consents, key: lab.key, at: now(), reference, timestamping };
    const { pdf } = await sealInstrument(await original(), request);
    const reader = { ...lab.reader, timestampTrust: [clock.pem] };
    expect(await verifyPdf(pdf, reader)).toMatchObject({ verdict: "VALID", level: "B-T" });
    await server.close();
    clock.close();
  });
});

test.each([-400, 400])(
  "a timestamp %s s from this machine's clock seals nothing",
  async (seconds) => {
    const timestamps = askAuthority({
      url: lab.server.url,
      trust: [new X509Certificate(lab.clock.pem)],
      now: () => new Date(Date.now() + seconds * 1000),
      milliseconds: 30_000,
    });
    const timestamping = { ...lab.timestamping, timestamps };
    const request = { signatures: consents, key: lab.key, at: now(), reference, timestamping };
    await expect(sealInstrument(await original(), request)).rejects.toThrow(
      /which is (399|400|401) s from this machine's clock; set the clock right/,
    );
  },
);

test("a verifier whose clock is behind the newest timestamp says so", async () => {
  const request = { signatures: consents, key: lab.key, at: now(), reference };
  const { pdf } = await sealInstrument(await original(), {
    ...request,
    timestamping: lab.timestamping,
  });
  const behind = { ...lab.reader, at: new Date(Date.now() - 600_000) };
  const { warnings } = await verifyPdf(pdf, behind);
  expect(warnings.map(({ code, about }) => [code, about])).toEqual([
    ["timestamp-ahead", '"Seal"'],
    ["timestamp-ahead", '"Timestamp-4"'],
  ]);
  expect((await verifyPdf(pdf, { ...lab.reader, at: now() })).warnings).toEqual([]);
});

test("what an authority gives along and nobody needs is not kept", async () => {
  const clock = openAuthority("Clock");
  const stranger = openAuthority("Stranger");
  const server = await openTimestampServer(clock);
  clock.append("ca.pem", stranger.pem);
  const trust = [new X509Certificate(clock.pem)];
  const timestamps = askAuthority({ url: server.url, trust, now, milliseconds: 30_000 });
  const token = readToken(await timestamps.stamp(Buffer.from("text")));
  const subjects = token.certificates.map((der) => new X509Certificate(der).subject);
  expect(subjects).toEqual(["CN=Timestamps", "CN=Clock"]);
  expect(await timestamps.certificates()).toEqual(token.certificates);
  await server.close();
  for (const authority of [clock, stranger]) authority.close();
});

describe("of the two forms of an ECDSA signature one is written:", () => {
  test.each([
    ...["prime256v1", "secp384r1", "secp521r1"],
    ...["brainpoolP256r1", "brainpoolP384r1", "brainpoolP512r1"],
  ])("%s", (namedCurve) => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve });
    const text = Buffer.from("text");
    const all = Array.from({ length: 12 }, () => new Uint8Array(sign("sha256", text, privateKey)));
    const low = all.map((one) => lowS(one, publicKey));
    expect(low.every((one) => verify("sha256", text, publicKey, one))).toBe(true);
    expect(low.map((one) => lowS(one, publicKey))).toEqual(low);
    expect(low).not.toEqual(all);
  });
});
