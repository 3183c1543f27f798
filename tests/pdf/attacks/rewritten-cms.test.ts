import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nothing, objectId, octets, sequence, setOf, tagged, unsigned } from "#src/pdf/cms/der.ts";
import { oids } from "#src/pdf/cms/oids.ts";
import { contentOf, type Der, membersOf, readDer } from "#src/pdf/cms/read-der.ts";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import { sealInstrument } from "#src/pdf/seal.ts";
import type { SealKey } from "#src/pdf/seal-key.ts";
import { findClaims } from "#src/pdf/verify/find-claims.ts";
import { bytesOf } from "#src/pdf/verify/read-cms.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { type Lab, openLab } from "../levels/lab.ts";
import { bytes, text } from "./bytes.ts";
import { consents, newKey, original, reference, sealed } from "./fixture.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.close());

type Parts = { certificates: Uint8Array[]; digests: Der; signer: Der[] };

/** The file with the parts of its last CMS put together otherwise, in the same place. */
function withCms(pdf: Uint8Array, change: (parts: Parts) => void): Uint8Array {
  const { start, end } = findClaims(pdf).at(-1)!.contents;
  const room = text(pdf).slice(start + 1, end - 1);
  const [type, wrapped] = membersOf(readDer(bytesOf(room)), 0x30);
  const [version, digests, content, certificates, signers] = membersOf(
    membersOf(wrapped, 0xa0)[0],
    0x30,
  );
  const parts: Parts = {
    certificates: membersOf(certificates, 0xa0).map(({ whole }) => whole),
    digests: digests!,
    signer: membersOf(membersOf(signers, 0x31)[0], 0x30),
  };
  change(parts);
  const signer = sequence(...parts.signer.map(({ whole }) => whole));
  const data = sequence(
    version!.whole,
    parts.digests.whole,
    content!.whole,
    tagged(0, ...parts.certificates),
    setOf(signer),
  );
  const hex = Buffer.from(sequence(type!.whole, tagged(0, data))).toString("hex");
  const latin = text(pdf);
  return bytes(latin.slice(0, start + 1) + hex.padEnd(room.length, "0") + latin.slice(end - 1));
}

/** sha256 without the NULL that stands in the place of its parameters. */
const bare = (der: Der): Der => readDer(sequence(membersOf(der, 0x30)[0]!.whole));

const changes: [string, (parts: Parts) => void][] = [
  ["nothing", () => {}],
  ["the certificates in another order", ({ certificates }) => certificates.reverse()],
  ["the authority taken out", ({ certificates }) => certificates.pop()],
  ["a certificate twice", ({ certificates }) => certificates.push(certificates[1]!)],
  [
    "another encoding of the digest's name",
    (parts) => {
      parts.digests = readDer(setOf(bare(membersOf(parts.digests, 0x31)[0]!).whole));
      parts.signer[2] = bare(parts.signer[2]!);
    },
  ],
  [
    "the other name of its algorithm",
    ({ signer }) => {
      const isRsa = signer[4]!.content.length > 12;
      signer[4] = readDer(
        sequence(objectId(isRsa ? oids.rsaEncryption : oids.ecdsa.sha256), nothing),
      );
    },
  ],
  [
    "the other form of its value",
    ({ signer }) => {
      const n = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
      const value = contentOf(signer[5], 0x04);
      if (value.length > 80) return;
      const [r, s] = membersOf(readDer(value), 0x30).map(({ content }) => content);
      const other = (n - BigInt(`0x${Buffer.from(s!).toString("hex")}`)).toString(16);
      const bytes = Buffer.from(other.padStart(64, "0"), "hex");
      signer[5] = readDer(octets(sequence(unsigned(r!), unsigned(bytes))));
    },
  ],
  [
    "a timestamp taken out",
    ({ signer }) => {
      if (signer.length === 7) signer.pop();
    },
  ],
];

describe("what no key has signed in the last CMS has one form:", () => {
  test.each(changes)("B-B with %s", async (name, change) => {
    const { key, trust } = newKey();
    const { pdf } = await sealed(key);
    const { verdict, findings } = await verifyPdf(withCms(pdf, change), { trust });
    const untouched = ["nothing", "a timestamp taken out"].includes(name) || isOfRsa(key, name);
    expect([verdict, ...findings.map(({ code }) => code)]).toEqual(
      untouched ? ["VALID"] : ["MODIFIED", "rewritten-signature"],
    );
  });

  test.each(changes)("B-T with %s", async (name, change) => {
    const revocation = findLists({ lists: async () => [], hosts: [], now: () => new Date() });
    const request = { signatures: consents, key: lab.key, at: new Date(), reference };
    const timestamping = { ...lab.timestamping, revocation };
    const { pdf } = await sealInstrument(await original(), { ...request, timestamping });
    const { verdict, findings } = await verifyPdf(withCms(pdf, change), lab.reader);
    expect([verdict, ...findings.map(({ code }) => code)]).toEqual(
      name === "nothing" || isOfRsa(lab.key, name)
        ? ["VALID"]
        : ["MODIFIED", "rewritten-signature"],
    );
  });

  test.each(changes)("B-LTA, the document timestamp, with %s", async (name, change) => {
    const request = { signatures: consents, key: lab.key, at: new Date(), reference };
    const { pdf } = await sealInstrument(await original(), {
      ...request,
      timestamping: lab.timestamping,
    });
    const { verdict, findings } = await verifyPdf(withCms(pdf, change), lab.reader);
    const untouched = ["nothing", "a timestamp taken out"].includes(name);
    expect([verdict, ...findings.map(({ code }) => code)]).toEqual(
      untouched ? ["VALID"] : ["MODIFIED", "rewritten-signature"],
    );
  });
});

/** An RSA signature has one form. */
const isOfRsa = ({ certificate }: SealKey, name: string) =>
  name === "the other form of its value" &&
  new X509Certificate(certificate).publicKey.asymmetricKeyType === "rsa";

test("a file that the version 0.1 of 2026-11-27 sealed is VALID still, at each of its revisions", async () => {
  const kept = (name: string) => readFileSync(join(import.meta.dirname, "../kept/0.1", name));
  const pem = (name: string) => kept(name).toString("utf8");
  const pdf = new Uint8Array(kept("sealed.pdf"));
  const options = {
    sealTrust: [pem("office.pem")],
    fieldTrust: { "Party-KZ": [pem("KZ.pem")] },
    timestampTrust: [pem("clock.pem")],
  };
  const whole = await verifyPdf(pdf, options);
  expect([whole.verdict, whole.level]).toEqual(["VALID", "B-LTA"]);
  const cut = await verifyPdf(pdf.subarray(0, findClaims(pdf)[2]!.end), options);
  expect([cut.verdict, cut.level]).toEqual(["VALID", "B-T"]);
});
