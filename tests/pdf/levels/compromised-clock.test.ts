import { X509Certificate } from "node:crypto";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { renewFile } from "#src/pdf/renew.ts";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import { sealInstrument } from "#src/pdf/seal.ts";
import { askAuthority } from "#src/pdf/timestamp/ask-authority.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { openAuthority } from "#tests/support/authority.ts";
import { openTimestampServer } from "#tests/support/timestamp-server.ts";
import { consents, original, reference } from "../attacks/fixture.ts";
import { type Lab, openLab } from "./lab.ts";

const hour = 3_600_000;
let lab: Lab;
let pdf: Uint8Array;
beforeEach(async () => {
  lab = await openLab();
  const request = { signatures: consents, key: lab.key, at: new Date(), reference };
  pdf = (await sealInstrument(await original(), { ...request, timestamping: lab.timestamping }))
    .pdf;
});
afterEach(() => lab.close());

/** The clock's list after its key was revoked in an hour from now, with this reason as openssl writes it. */
function revokedFor(reason: string | null): Uint8Array {
  lab.clock.revoke(lab.server.signer, new Date(Date.now() + hour));
  const index = join(lab.clock.path, "index.txt");
  const rows = readFileSync(index, "utf8").replace(
    /^(R\t\d+Z\t\d+Z)\t/m,
    reason ? `$1,${reason}\t` : "$1\t",
  );
  writeFileSync(index, rows);
  appendFileSync(join(lab.clock.path, "ca.cnf"), "crl_extensions = list\n[list]\n");
  return lab.clock.list();
}

const codesOf = async (file: Uint8Array, list: Uint8Array, reader = lab.reader) => {
  const { verdict, findings } = await verifyPdf(file, { ...reader, revocationLists: [list] });
  return [verdict, ...new Set(findings.map(({ code }) => code))];
};

describe("a timestamp authority's certificate is revoked after its timestamps (RFC 3161, 4)", () => {
  test.each([null, "unspecified", "keyCompromise", "CACompromise"])(
    "for %s: they prove nothing any more",
    async (reason) => {
      expect(await codesOf(pdf, revokedFor(reason))).toEqual(["REVOKED", "clock-compromised"]);
    },
  );

  test.each(["affiliationChanged", "superseded", "cessationOfOperation"])(
    "for %s: those from before stay good",
    async (reason) => {
      expect(await codesOf(pdf, revokedFor(reason))).toEqual(["VALID"]);
    },
  );

  test("for keyCompromise, but another authority had seen them before: they stay good", async () => {
    const other = openAuthority("Second-clock");
    const server = await openTimestampServer(other);
    const now = () => new Date();
    const trust = [lab.clock, other].map(({ pem }) => new X509Certificate(pem));
    const timestamps = askAuthority({ url: server.url, trust, now });
    const lists = async () => [lab.authority.list(), lab.clock.list(), other.list()];
    const revocation = findLists({ lists, hosts: [], now });
    const timestamping = { ...lab.timestamping, timestamps, revocation };
    const renewed = await renewFile(pdf, { timestamping, at: now() });
    await server.close();
    const reader = { ...lab.reader, timestampTrust: [lab.clock.pem, other.pem] };
    const list = revokedFor("keyCompromise");
    expect(await codesOf(pdf, list)).toEqual(["REVOKED", "clock-compromised"]);
    expect(await codesOf(renewed.pdf, list, reader)).toEqual(["VALID"]);
    other.close();
  });
});
