import { X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assembleCms, signedAttributes, withTimestamp } from "#src/pdf/cms/build-cms.ts";
import { lowS } from "#src/pdf/cms/low-s.ts";
import { roomFor } from "#src/pdf/cms/room.ts";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import { type Sealed, sealInstrument } from "#src/pdf/seal.ts";
import { openSealKey } from "#src/pdf/seal-key.ts";
import { embedSignature, prepareSignature } from "#src/pdf/sign.ts";
import { askAuthority } from "#src/pdf/timestamp/ask-authority.ts";
import type { VerifyOptions } from "#src/pdf/verify/options.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { type IssueOptions, openAuthority, rsa } from "#tests/support/authority.ts";
import { openTimestampServer } from "#tests/support/timestamp-server.ts";
import { append, bytes, objectWith, sizeOf, text } from "../attacks/bytes.ts";
import { consents, look, original, reference } from "../attacks/fixture.ts";
import { type Lab, openLab } from "./lab.ts";

const hour = 3_600_000;
const now = () => new Date();
let lab: Lab;
let sealed: Sealed;
let pristine: Uint8Array;
beforeAll(async () => {
  lab = await openLab({ milliseconds: 5000 });
  pristine = await original();
  const request = { signatures: consents, key: lab.key, at: now(), reference };
  sealed = await sealInstrument(pristine, { ...request, timestamping: lab.timestamping });
});
afterAll(() => lab.close());

const verdictOf = async (pdf: Uint8Array, options: VerifyOptions = lab.reader) => {
  const { verdict, reasons } = await verifyPdf(pdf, options);
  return [verdict, ...reasons];
};

/** One signature in the field Seal by a new signer; the token is over what `over` gives. */
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

describe("an archive revision is ours, or it is MODIFIED:", () => {
  const archive = () => sealed.pdf;
  test.each<[string, () => Uint8Array]>([
    [
      "a store without a timestamp",
      () => {
        const catalog = objectWith(archive(), "/Type /Catalog");
        return append(archive(), { [catalog.number]: catalog.value });
      },
    ],
    [
      "a store with other content of a page",
      () => {
        const page = objectWith(archive(), /\/Type ?\/Page(?![A-Za-z])/);
        const catalog = objectWith(archive(), "/Type /Catalog");
        return append(archive(), {
          [catalog.number]: catalog.value,
          [page.number]: page.value.replace("/Contents", "/Void"),
        });
      },
    ],
    [
      "a certificate more in the store",
      () => {
        const store = objectWith(archive(), "/Type /DSS");
        const [number] = /\d+(?= 0 R)/.exec(store.value)!;
        return append(archive(), { [store.number]: store.value.replace("]", ` ${number} 0 R]`) });
      },
    ],
    [
      "a field more in the form",
      () => {
        const form = objectWith(archive(), "/SigFlags");
        const field = sizeOf(archive());
        return append(archive(), {
          [form.number]: form.value.replace("/Fields [", `/Fields [${field} 0 R `),
          [field]: "<< /FT /Tx /T (x) >>",
        });
      },
    ],
    [
      "the timestamp taken out of its field",
      () => {
        const field = objectWith(archive(), /Timestamp-4/);
        return append(archive(), { [field.number]: field.value.replace(/\/V.*/, "") });
      },
    ],
  ])("%s", async (_name, make) => {
    expect((await verdictOf(make()))[0]).toBe("MODIFIED");
  });

  test("what the timestamp covers, changed afterwards, is INVALID_DIGEST", async () => {
    const pdf = text(archive());
    for (const [from, to] of [
      ["/Type /DSS", "/Type /DSs"],
      ["/T (Timestamp-4)", "/T (Timestamp-5)"],
      ["/Rect [0 0 0 0]", "/Rect [0 0 9 9]"],
    ] as const) {
      expect((await verdictOf(bytes(pdf.replace(from, to))))[0]).toBe("INVALID_DIGEST");
    }
  });

  test("cut off at the seal it is VALID at B-T, for nothing was left that is not sealed", async () => {
    const end = text(archive()).indexOf("/Type /DocTimeStamp");
    const cut = text(archive()).lastIndexOf("%%EOF\n", end) + "%%EOF\n".length;
    const result = await verifyPdf(archive().subarray(0, cut), lab.reader);
    expect([result.verdict, result.level]).toEqual(["VALID", "B-T"]);
  });

  test("every byte of the archive revision counts", async () => {
    const end = text(archive()).indexOf("/Type /DocTimeStamp");
    const from = text(archive()).lastIndexOf("%%EOF\n", end) + "%%EOF\n".length;
    for (let at = from; at < archive().length; at += 997) {
      const changed = archive().slice();
      changed[at]! ^= 1;
      expect([at, (await verdictOf(changed))[0]]).not.toEqual([at, "VALID"]);
    }
  });
});

describe("an authority that does not do as it should leaves the file unsealed:", () => {
  const manners = [
    "silent",
    "failing",
    "refusing",
    "elsewhere",
    "for another digest",
    "for another nonce",
    "nonsense",
    "endless",
  ] as const;
  const request = () => ({ signatures: consents, key: lab.key, at: now(), reference });
  test.each(manners)("%s", async (manner) => {
    lab.server.behave(manner);
    const sealing = sealInstrument(pristine, { ...request(), timestamping: lab.timestamping });
    await expect(sealing).rejects.toThrow(/timestamp authority/);
    lab.server.behave("honest");
  });

  test("under another policy than it must", async () => {
    const trust = [new X509Certificate(lab.clock.pem)];
    const at = (policy: string) => askAuthority({ url: lab.server.url, trust, now, policy });
    expect((await at("1.2.3.4.2").stamp(new Uint8Array(1))).length).toBeGreaterThan(1000);
    await expect(at("1.2.3.9").stamp(new Uint8Array(1))).rejects.toThrow(/timestamp authority/);
  });

  test("whose certificate leads to nobody trusted", async () => {
    const trust = [new X509Certificate(lab.authority.pem)];
    const timestamps = askAuthority({ url: lab.server.url, trust, now });
    await expect(timestamps.stamp(new Uint8Array(1))).rejects.toThrow("not trusted");
  });

  test("a revoked certificate of the seal is never archived", async () => {
    const issued = lab.authority.issue("Seal", { key: rsa(2048) });
    const key = openSealKey({ ...issued, certificate: issued.pem, authority: lab.authority.pem });
    lab.authority.revoke(issued);
    const sealing = sealInstrument(pristine, { ...request(), key, timestamping: lab.timestamping });
    await expect(sealing).rejects.toThrow("revoked");
  });
});

describe("a certificate does not send us where it likes:", () => {
  test("its list is fetched from a host that is named, and from no other", async () => {
    const { createServer } = await import("node:http");
    let asked = 0;
    const server = createServer((request, response) => {
      asked += 1;
      if (request.url === "/moved") response.writeHead(302, { Location: "/list" }).end();
      else response.end(lab.authority.list());
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const host = `127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
    const issuer = new X509Certificate(lab.authority.pem);
    const listOf = (hosts: string[], path = "list") => {
      const issued = lab.authority.issue("Leaf", { listAt: `http://${host}/${path}` });
      const source = findLists({ lists: async () => [], hosts, now });
      return source.listFor(new X509Certificate(issued.pem), issuer);
    };
    const unnamed = [expect.stringContaining("not among REVOCATION_HOSTS")];
    expect(await listOf([])).toEqual({ list: null, isExpected: true, why: unnamed });
    expect(await listOf(["127.0.0.1"])).toMatchObject({ list: null, why: unnamed });
    expect(asked).toBe(0);
    const moved = [expect.stringContaining("redirections are not followed")];
    expect(await listOf([host], "moved")).toMatchObject({ list: null, why: moved });
    expect((await listOf([host])).list?.count).toBeGreaterThanOrEqual(0);
    expect(asked).toBe(2);
    server.close();
  });
});
