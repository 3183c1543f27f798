import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkPartyCertificate } from "#src/pdf/party-certificate.ts";
import type { RevocationPolicy } from "#src/pdf/revocation/check-revocation.ts";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import {
  asPem,
  certificateOf,
  type Extension,
  type ForgedList,
  forUses,
  invalidSince,
  isAuthority,
  listedAt,
  listOf,
  manyEntries,
  newHolder,
  numbered,
  ofChanges,
  ofPoint,
  reasonOf,
  signsCertificates,
  signsDocuments,
  unknownTo,
} from "./forge.ts";
import { opensslSays } from "./openssl-verify.ts";

const now = () => new Date();
const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
const root = newHolder("Ministry");
const rootCertificate = certificateOf({
  subject: root,
  issuer: root,
  extensions: [isAuthority(), signsCertificates],
});
const trust = [asPem(rootCertificate, "CERTIFICATE")];
const serial = 0x4711;
const point = "http://lists.example/ministry.crl";

function leafOf(...more: Extension[]): Uint8Array {
  const extensions = [signsDocuments, ...more];
  return certificateOf({ subject: newHolder("Serik"), issuer: root, serial, extensions });
}

type Policy = RevocationPolicy | null;

/** What the party hears that offers this certificate while such lists are in REVOCATION_DIR. */
async function offered(leaf: Uint8Array, lists: Uint8Array[], policy: Policy = null) {
  const revocation = findLists({ lists: async () => lists, isComplete: true, hosts: [], now });
  return heard(leaf, { revocation, policy });
}

async function heard(
  certificate: Uint8Array,
  question: { revocation: ReturnType<typeof findLists>; policy: Policy },
) {
  return checkPartyCertificate({ certificate, chain: [] }, { trust, at: now(), ...question }).then(
    ({ revocation }) => ({ said: "accepted", revocation, detail: "" }),
    (error) => ({
      said: error.code as string,
      revocation: null,
      detail: (error.extra?.errors ?? []).map((one: { detail: string }) => one.detail).join(" "),
    }),
  );
}

const revoked = { serial, at: hours(-5) };
const list = (more: Partial<ForgedList> = {}) =>
  listOf({ issuer: root, entries: [revoked], extensions: [numbered], ...more });
const leaf = leafOf(listedAt(point));

type Row = [name: string, list: () => Uint8Array, openssl: RegExp | null];

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
      expect(opensslSays({ leaf, trust: [rootCertificate], lists: [made] })).toMatch(openssl);
    }
  });
});

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
      expect(opensslSays({ leaf, trust: [rootCertificate], lists: [made] })).toMatch(openssl);
    }
    const preferred = await offered(leaf, [made], "preferred");
    expect(preferred).toMatchObject({
      said: "accepted",
      revocation: { policy: "preferred", checked: false, lists: [] },
    });
    expect(preferred.revocation?.warnings).toEqual([expect.stringMatching(why)]);
  });

  /** Another first date in the list, whose signature does not hold then either. */
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

describe("what the policy says of the party", () => {
  const bare = leafOf();
  const nowhere = findLists({ lists: async () => [], hosts: [], now });
  test("required: no list at all is a refusal, though the certificate names none", async () => {
    const { said } = await heard(bare, { revocation: nowhere, policy: "required" });
    expect(said).toBe("certificate-revocation-unknown");
  });

  test("nothing: it is required where a list should be, and preferred where none is named", async () => {
    const named = await heard(leaf, { revocation: nowhere, policy: null });
    expect([named.said, named.detail]).toEqual([
      "certificate-revocation-unknown",
      expect.stringContaining(
        "lists.example is not asked for: the host is not among REVOCATION_HOSTS",
      ),
    ]);
    expect(await heard(bare, { revocation: nowhere, policy: null })).toMatchObject({
      said: "accepted",
      revocation: { policy: "preferred", checked: false, warnings: [expect.any(String)] },
    });
    expect((await offered(bare, [])).said).toBe("certificate-revocation-unknown");
  });

  test("none: a revoked certificate is accepted, and it is on record that nobody was asked", async () => {
    expect(await offered(leaf, [list()], "none")).toMatchObject({
      said: "accepted",
      revocation: {
        policy: "none",
        checked: false,
        warnings: ["Nobody was asked whether a certificate was revoked."],
      },
    });
  });
});

describe("a list that is fetched:", () => {
  let server: Server;
  let host: string;
  beforeAll(async () => {
    const answers: Record<string, () => Uint8Array | number> = {
      "/good": () => list(),
      "/long": () => list({ more: manyEntries(60_000) }),
      "/pem": () => Buffer.from(asPem(list(), "X509 CRL")),
      "/500": () => 500,
      "/302": () => 302,
      "/html": () => Buffer.from("<html>"),
    };
    server = createServer((request, response) => {
      const answer = answers[request.url ?? ""]?.() ?? 404;
      if (typeof answer === "number") response.writeHead(answer, { Location: "/good" }).end();
      else response.end(answer);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const at = (address: string) => {
    const revocation = findLists({ lists: async () => [], hosts: [host, "127.0.0.1:1"], now });
    return heard(leafOf(listedAt(address)), { revocation, policy: null });
  };

  test.each(["good", "long", "pem"])("%s: revoked", async (name) => {
    expect((await at(`http://${host}/${name}`)).said).toBe("certificate-is-revoked");
  });

  test.each([
    ["500", /answered 500/],
    ["302", /answered 302, and redirections are not followed/],
    ["404", /answered 404/],
    ["html", /no whole revocation list/],
  ])("%s: not known, with the reason", async (name, why) => {
    const { said, detail } = await at(`http://${host}/${name}`);
    expect([said, detail]).toEqual(["certificate-revocation-unknown", expect.stringMatching(why)]);
  });

  test("from a host that is down: not known", async () => {
    const { said, detail } = await at("http://127.0.0.1:1/list");
    expect([said, detail]).toEqual([
      "certificate-revocation-unknown",
      expect.stringContaining("nobody answers there"),
    ]);
  });

  test("from an address that is not HTTP: not known", async () => {
    const { said, detail } = await at("ldap://lists.example/cn=Ministry");
    expect([said, detail]).toEqual([
      "certificate-revocation-unknown",
      expect.stringContaining("no list that lies at an HTTP address"),
    ]);
  });
});

test("an authority for servers only issues no certificate of a signer", async () => {
  const servers = newHolder("Servers");
  const own = certificateOf({
    subject: servers,
    issuer: root,
    extensions: [isAuthority(), signsCertificates, forUses("1.3.6.1.5.5.7.3.1")],
  });
  const certificate = certificateOf({
    subject: newHolder("Serik"),
    issuer: servers,
    extensions: [signsDocuments],
  });
  const revocation = findLists({ lists: async () => [], hosts: [], now });
  const asked = checkPartyCertificate(
    { certificate, chain: [own] },
    { trust, at: now(), revocation, policy: "none" },
  );
  await expect(asked).rejects.toMatchObject({ code: "certificate-is-for-another-use" });
});
