import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assembleCms, signedAttributes, withTimestamp } from "#src/pdf/cms/build-cms.ts";
import { lowS } from "#src/pdf/cms/low-s.ts";
import { roomFor } from "#src/pdf/cms/room.ts";
import { type Sealed, sealInstrument } from "#src/pdf/seal.ts";
import { openSealKey } from "#src/pdf/seal-key.ts";
import { embedSignature, prepareSignature } from "#src/pdf/sign.ts";
import { askAuthority } from "#src/pdf/timestamp/ask-authority.ts";
import type { VerifyOptions } from "#src/pdf/verify/options.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { type IssueOptions, openAuthority } from "#tests/support/authority.ts";
import { openTimestampServer } from "#tests/support/timestamp-server.ts";
import { consents, look, original, reference } from "../attacks/fixture.ts";
import { type Lab, openLab } from "./lab.ts";

const hour = 3_600_000;
const now = () => new Date();
let lab: Lab;
let sealed: Sealed;
beforeAll(async () => {
  lab = await openLab({ milliseconds: 5000 });
  const request = { signatures: consents, key: lab.key, at: now(), reference };
  sealed = await sealInstrument(await original(), { ...request, timestamping: lab.timestamping });
});
afterAll(() => lab.close());

const verdictOf = async (pdf: Uint8Array, options: VerifyOptions = lab.reader) => {
  const { verdict, reasons } = await verifyPdf(pdf, options);
  return [verdict, ...reasons];
};

/** A file that a new signer signs in the field Seal. The timestamp is over what `over` returns; there is none if null. */
async function signedBy(
  options: IssueOptions & { date?: Date },
  over: ((signature: Uint8Array) => Uint8Array) | null,
  timestamps = lab.timestamps,
) {
  const issued = lab.authority.issue("Somebody", options);
  const key = openSealKey({ ...issued, certificate: issued.pem, authority: lab.authority.pem });
  const { date = now() } = options;
  const inTimestamp = over ? await timestamps.certificates() : null;
  const contentsSize = roomFor([key.certificate, ...key.chain], inTimestamp);
  const request = { reason: "Seal", name: "Seal", date, look, contentsSize };
  const prepared = prepareSignature(await original(["Seal"]), "Seal", request);
  const attributes = signedAttributes(prepared.digest, key.certificate);
  const signature = lowS(
    await key.sign(attributes),
    new X509Certificate(key.certificate).publicKey,
  );
  const cms = assembleCms({ ...key, attributes, signature });
  const stamped = over ? withTimestamp(cms, await timestamps.stamp(over(signature))) : cms;
  return { pdf: embedSignature(prepared, stamped), issued };
}

describe("what is said of times is proven:", () => {
  test("a token over another digest is INVALID_DIGEST", async () => {
    const { pdf } = await signedBy({}, () => new Uint8Array(3));
    expect((await verdictOf(pdf))[0]).toBe("INVALID_DIGEST");
  });

  test("a token of an authority that nobody trusts is UNTRUSTED", async () => {
    const other = openAuthority("Clock");
    const server = await openTimestampServer(other);
    const trust = [new X509Certificate(other.pem)];
    const { pdf } = await signedBy({}, (s) => s, askAuthority({ url: server.url, trust, now }));
    expect((await verdictOf(pdf))[0]).toBe("UNTRUSTED");
    await server.close();
    other.close();
  });

  test("a token by a certificate for documents is UNTRUSTED", async () => {
    const timestampTrust = [lab.authority.pem];
    expect((await verdictOf(sealed.pdf, { ...lab.reader, timestampTrust }))[0]).toBe("UNTRUSTED");
    const trust = [lab.clock.pem];
    expect((await verdictOf(sealed.pdf, { ...lab.reader, trust }))[0]).toBe("UNTRUSTED");
  });

  test("a certificate that had expired before the timestamp is EXPIRED", async () => {
    const dates = { from: new Date(Date.now() - 48 * hour), until: new Date(Date.now() - hour) };
    const date = new Date(Date.now() - 2 * hour);
    const { pdf } = await signedBy({ ...dates, date }, (s) => s);
    expect((await verdictOf(pdf))[0]).toBe("EXPIRED");
  });

  test("a certificate that expires after the timestamp is VALID then, and EXPIRED without one", async () => {
    const at = new Date(Date.now() + 20 * 24 * hour);
    const until = new Date(Date.now() + hour);
    const { pdf } = await signedBy({ until }, (s) => s);
    expect((await verdictOf(pdf, { ...lab.reader, at }))[0]).toBe("VALID");
    const { pdf: without } = await signedBy({ until }, null);
    expect((await verdictOf(without, { ...lab.reader, at }))[0]).toBe("EXPIRED");
  });

  test("once the authority's own certificate has run out, its timestamp proves nothing: EXPIRED", async () => {
    const at = new Date(Date.now() + 40 * 24 * hour);
    expect((await verdictOf(sealed.pdf, { ...lab.reader, at }))[0]).toBe("EXPIRED");
  });

  test("a certificate revoked before the timestamp is REVOKED, and after it VALID", async () => {
    const { pdf, issued } = await signedBy({}, (s) => s);
    const { pdf: without } = await signedBy({}, null);
    lab.authority.revoke(issued, new Date(Date.now() + hour));
    const after = { ...lab.reader, revocationLists: [lab.authority.list()] };
    expect((await verdictOf(pdf, after))[0]).toBe("VALID");
    expect((await verdictOf(without, after))[0]).toBe("VALID");
    const again = await signedBy({}, (s) => s);
    lab.authority.revoke(again.issued, new Date(Date.now() - hour));
    const before = { ...lab.reader, revocationLists: [lab.authority.list()] };
    expect((await verdictOf(again.pdf, before))[0]).toBe("REVOKED");
  });

  test("without a timestamp any revocation is REVOKED", async () => {
    const { pdf, issued } = await signedBy({}, null);
    lab.authority.revoke(issued, new Date(Date.now() + hour));
    const lists = { ...lab.reader, revocationLists: [lab.authority.list()] };
    expect((await verdictOf(pdf, lists))[0]).toBe("REVOKED");
  });

  test("a list that another authority of the same name signed says nothing", async () => {
    const { pdf, issued } = await signedBy({}, null);
    const other = openAuthority("Signers");
    const same = other.issue("Somebody");
    other.revoke(same);
    const lists = { ...lab.reader, revocationLists: [other.list()] };
    expect((await verdictOf(pdf, lists))[0]).toBe("VALID");
    expect(issued.pem).not.toBe(same.pem);
    other.close();
  });

  test("a day of signing long after the timestamp is MALFORMED", async () => {
    const { pdf } = await signedBy({ date: new Date(Date.now() + 5 * 24 * hour) }, (s) => s);
    expect((await verdictOf(pdf))[0]).toBe("MALFORMED");
  });
});
