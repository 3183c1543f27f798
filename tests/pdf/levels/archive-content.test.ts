import { createPublicKey, X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { octets } from "#src/pdf/cms/der.ts";
import { readCertificate } from "#src/pdf/cms/read-certificate.ts";
import { roomForToken } from "#src/pdf/cms/room.ts";
import { prepareArchive } from "#src/pdf/revisions/archive-revision.ts";
import { readFile } from "#src/pdf/revisions/read-file.ts";
import { sealInstrument } from "#src/pdf/seal.ts";
import { embedSignature, withRange } from "#src/pdf/sign.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { consents, original, reference } from "../attacks/fixture.ts";
import {
  certificateOf,
  type Extension,
  isAuthority,
  listOf,
  newHolder,
  signsCertificates,
} from "../certificates/forge.ts";
import { type Lab, openLab } from "./lab.ts";

let lab: Lab;
let sealed: Uint8Array;
beforeAll(async () => {
  lab = await openLab({ milliseconds: 30_000 });
  const request = { signatures: consents, key: lab.key, at: new Date(), reference };
  const { pdf } = await sealInstrument(await original(), {
    ...request,
    timestamping: lab.timestamping,
  });
  sealed = pdf;
});
afterAll(() => lab.close());

type Added = { certificates?: Uint8Array[]; lists?: Uint8Array[] };

/** One more archive revision with a genuine timestamp, as anybody can have who may ask the timestamp authority. */
async function archivedWith({ certificates = [], lists = [] }: Added): Promise<Uint8Array> {
  const room = roomForToken(await lab.timestamps.certificates());
  const added = { certificates, lists };
  const { bytes, bodies, number, dictionary } = prepareArchive(readFile(sealed), added, room);
  const prepared = withRange(bytes, bodies.get(number)!, dictionary);
  return embedSignature(prepared, await lab.timestamps.stamp(prepared.signedBytes));
}

const essay: Extension = { id: "1.2.3.4", value: octets(Buffer.alloc(20_000, "Not agreed. ")) };
const stranger = newHolder("Stranger");
const strangers = (more: Extension[] = []) =>
  certificateOf({
    subject: stranger,
    issuer: stranger,
    extensions: [isAuthority(), signsCertificates, ...more],
  });
/** The key and name of the seal's authority under a certificate that a stranger wrote. */
const rewritten = (pem: string, issuer = stranger) => {
  const { raw, publicKey } = new X509Certificate(pem);
  const name = readCertificate(raw).subject;
  const key = createPublicKey(publicKey.export({ type: "spki", format: "pem" }));
  return certificateOf({
    subject: { name, privateKey: issuer.privateKey, publicKey: key },
    issuer,
    extensions: [isAuthority(), signsCertificates, essay],
  });
};

describe("an archive revision holds only what the signatures need:", () => {
  test.each<[string, () => Added, string]>([
    ["nothing new", () => ({}), "VALID"],
    ["a newer list of the seal's authority", () => ({ lists: [lab.authority.list()] }), "VALID"],
    [
      "a stranger's certificate with a text",
      () => ({ certificates: [strangers([essay])] }),
      "MODIFIED",
    ],
    [
      "a stranger's certificate and list",
      () => ({ certificates: [strangers()], lists: [listOf({ issuer: stranger })] }),
      "MODIFIED",
    ],
    [
      "the authority's key under a stranger's certificate with a text",
      () => ({ certificates: [rewritten(lab.authority.pem)] }),
      "MODIFIED",
    ],
    [
      "the same with the stranger's own certificate",
      () => ({ certificates: [rewritten(lab.clock.pem), strangers()] }),
      "MODIFIED",
    ],
    [
      "a certificate of the same authority that signed nothing here",
      () => ({ certificates: [lab.authority.issue("Somebody").certificate] }),
      "MODIFIED",
    ],
  ])("%s: %s", async (_name, added, verdict) => {
    const result = await verifyPdf(await archivedWith(added()), lab.reader);
    expect([result.verdict, ...result.findings.map(({ code }) => code)]).toEqual(
      verdict === "VALID" ? ["VALID"] : ["MODIFIED", "foreign-change"],
    );
  });
});
