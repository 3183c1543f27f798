import { describe, expect, test } from "vitest";
import { asPem, invalidSince, manyEntries, ofPoint, reasonOf, unknownTo } from "./forge.ts";
import {
  hours,
  leaf,
  list,
  ministryCertificate,
  offered,
  point,
  type Row,
  revoked,
} from "./ministry.ts";
import { opensslSays } from "./openssl-verify.ts";

describe("a revoked certificate is refused as revoked, however its list is written:", () => {
  const rows: Row[] = [
    ["a short list", () => list(), /revoked/],
    ["10,002 entries", () => list({ more: manyEntries(10_001) }), /revoked/],
    ["larger than 2 MB", () => list({ more: manyEntries(60_000) }), /revoked/],
    [
      "of the certificate's own distribution point",
      () => list({ extensions: [ofPoint(point)] }),
      /revoked/,
    ],
    ["for people's certificates only", () => list({ extensions: [ofPoint(null, 1)] }), /revoked/],
    ["in PEM", () => Buffer.from(asPem(list(), "X509 CRL")), null],
    [
      "with a reason",
      () => list({ entries: [{ ...revoked, extensions: [reasonOf(1)] }] }),
      /revoked/,
    ],
    [
      "with a date of invalidity and an extension that is not critical",
      () =>
        list({
          entries: [{ ...revoked, extensions: [invalidSince(hours(-9)), unknownTo(false)] }],
        }),
      /revoked/,
    ],
    ["without a number", () => list({ extensions: [] }), /revoked/],
  ];
  test.each(rows)("%s", async (_name, make, openssl) => {
    const made = make();
    expect((await offered(leaf, [made])).said).toBe("certificate-is-revoked");
    if (openssl) {
      expect(opensslSays({ leaf, trust: [ministryCertificate], lists: [made] })).toMatch(openssl);
    }
  });
});
