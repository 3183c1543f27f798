import { describe, expect, test } from "vitest";
import { newHolder, numbered, ofChanges, ofPoint, reasonOf, unknownTo } from "./forge.ts";
import { hours, leaf, list, ministryCertificate, offered, point, type Row } from "./ministry.ts";
import { opensslSays } from "./openssl-verify.ts";

describe("a list that cannot be used never counts as one that the certificate is not on:", () => {
  const other = newHolder("Ministry");
  const rows: [...Row, why: RegExp][] = [
    [
      "none at all",
      () => list({ issuer: newHolder("Stranger") }),
      /unable to get certificate CRL/,
      /no usable list/,
    ],
    [
      "signed by another key",
      () => list({ issuer: other }),
      /CRL signature failure/,
      /no usable list/,
    ],
    [
      "out of date",
      () => list({ from: hours(-50), until: hours(-2) }),
      /CRL has expired/,
      /is out of date: the next was due on 20/,
    ],
    [
      "of a later time",
      () => list({ from: hours(2) }),
      /CRL is not yet valid/,
      /of a later time than now/,
    ],
    [
      "without the day of the next",
      () => list({ until: null }),
      null,
      /does not say when the next one is due/,
    ],
    [
      "for authorities only",
      () => list({ extensions: [ofPoint(null, 2)] }),
      /different CRL scope/i,
      /of other certificates of the same authority/,
    ],
    [
      "of another distribution point",
      () => list({ extensions: [ofPoint("http://lists.example/other.crl")] }),
      /different CRL scope/i,
      /of other certificates of the same authority/,
    ],
    ["of some reasons", () => list({ extensions: [ofPoint(point, 3)] }), null, /some reasons/],
    ["indirect", () => list({ extensions: [ofPoint(point, 4)] }), null, /indirect list/],
    [
      "of attribute certificates",
      () => list({ extensions: [ofPoint(null, 5)] }),
      null,
      /attribute certificates/,
    ],
    ["of changes only", () => list({ extensions: [numbered, ofChanges] }), null, /delta list/],
    [
      "with an unknown critical extension",
      () => list({ extensions: [unknownTo(true)] }),
      /unhandled critical CRL extension/i,
      /critical extension that is unknown here \(1\.2\.3\.4\.5\)/,
    ],
    [
      "with an unknown critical extension in another's entry",
      () => list({ entries: [{ serial: 1, extensions: [unknownTo(true)] }] }),
      null,
      /critical extension that is unknown here/,
    ],
    [
      "that takes entries back",
      () => list({ entries: [{ serial: 1, extensions: [reasonOf(8)] }] }),
      null,
      /only a delta list may/,
    ],
    [
      "with a day that never was",
      () => withDate(list(), "260231"),
      null,
      /no whole revocation list/,
    ],
    ["cut off", () => list().subarray(0, 100), null, /no whole revocation list/],
    ["no list", () => Buffer.from("<html>"), null, /no whole revocation list/],
  ];
  test.each(rows)("%s", async (_name, make, openssl, why) => {
    const made = make();
    const { said, detail } = await offered(leaf, [made]);
    expect([said, detail]).toEqual(["certificate-revocation-unknown", expect.stringMatching(why)]);
    if (openssl) {
      expect(opensslSays({ leaf, trust: [ministryCertificate], lists: [made] })).toMatch(openssl);
    }
    const preferred = await offered(leaf, [made], "preferred");
    expect(preferred).toMatchObject({
      said: "accepted",
      revocation: { policy: "preferred", checked: false, lists: [] },
    });
    expect(preferred.revocation?.warnings).toEqual([expect.stringMatching(why)]);
  });

  /** Changes the first date in the list. Its signature then no longer holds either. */
  function withDate(bytes: Uint8Array, date: string): Uint8Array {
    const text = Buffer.from(bytes).toString("latin1");
    return Buffer.from(text.replace(/\d{6}(?=\d{6}Z)/, date), "latin1");
  }
});

test("one usable list is enough beside others that are not", async () => {
  const lists = [
    Buffer.from("<html>"),
    list({ until: hours(-1), from: hours(-9) }),
    list({ entries: [] }),
  ];
  expect(await offered(leaf, lists)).toMatchObject({
    said: "accepted",
    revocation: {
      policy: "required",
      checked: true,
      warnings: [],
      lists: [{ issuer: "CN=Ministry", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    },
  });
});
