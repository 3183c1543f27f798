import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openList } from "#src/pdf/revocation/find-lists.ts";
import { type Sealed, sealInstrument } from "#src/pdf/seal.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { openAuthority } from "#tests/support/authority.ts";
import { consents, original, reference } from "../attacks/fixture.ts";
import { type Lab, openLab } from "./lab.ts";

const day = 86_400_000;
let lab: Lab;
let plain: Sealed;
let archived: Sealed;
beforeAll(async () => {
  lab = await openLab();
  const request = { signatures: consents, key: lab.key, at: new Date(), reference };
  plain = await sealInstrument(await original(), request);
  archived = await sealInstrument(await original(), { ...request, timestamping: lab.timestamping });
});
afterAll(() => lab.close());

const said = async (pdf: Uint8Array, list: Uint8Array | null, at = new Date()) => {
  const revocationLists = list ? [openList(list, "given.crl")] : [];
  const options = { ...lab.reader, revocationLists, saysOfLists: true, at };
  const { verdict, warnings } = await verifyPdf(pdf, options);
  return [verdict, ...new Set(warnings.map(({ code }) => code))];
};

describe("what is not known of revocations is said beside VALID:", () => {
  test("no list at all", async () => {
    expect(await said(plain.pdf, null)).toEqual(["VALID", "revocation-unknown"]);
    const { signatures } = await verifyPdf(plain.pdf, lab.reader);
    expect(signatures.map(({ revocation }) => revocation)).toEqual(Array(3).fill("unknown"));
  });

  test("a current list of the issuer: nothing", async () => {
    expect(await said(plain.pdf, lab.authority.list())).toEqual(["VALID"]);
  });

  test("the list of a stranger", async () => {
    const stranger = openAuthority("Signers");
    expect(await said(plain.pdf, stranger.list())).toEqual([
      ...["VALID", "revocation-unknown", "list-of-stranger"],
    ]);
    stranger.close();
  });

  test("a list whose successor was due long ago", async () => {
    const list = lab.authority.list(1);
    const later = new Date(Date.now() + 10 * day);
    expect(await said(plain.pdf, list, later)).toEqual([
      ...["VALID", "revocation-unknown", "list-stale"],
    ]);
  });

  test("no list but something else", async () => {
    expect(await said(plain.pdf, Buffer.from("<html>"))).toEqual([
      ...["VALID", "revocation-unknown", "list-unusable"],
    ]);
  });

  test("a file that carries its lists needs none, even years later", async () => {
    expect(await said(archived.pdf, null)).toEqual(["VALID"]);
    expect(await said(archived.pdf, null, new Date(Date.now() + 20 * day))).toEqual(["VALID"]);
  });
});
