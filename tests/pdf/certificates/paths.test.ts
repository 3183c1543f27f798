import { X509Certificate } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkTrust } from "#src/pdf/verify/check-trust.ts";
import {
  certificateOf,
  type Extension,
  forUses,
  type Holder,
  isAuthority,
  named,
  newHolder,
  signsCertificates,
  signsDocuments,
  unknownTo,
} from "./forge.ts";
import {
  address,
  alsoNamed,
  asksPolicy,
  directory,
  host,
  mail,
  mapsPolicy,
  mayName,
  noAnyPolicy,
  page,
  underPolicies,
} from "./names-and-policies.ts";
import { opensslSays } from "./openssl-verify.ts";

const days = (count: number) => new Date(Date.now() + count * 86_400_000);
const parse = (all: Uint8Array[]) => all.map((der) => new X509Certificate(der));

type Files = { leaf: Uint8Array; trust: Uint8Array[]; between?: Uint8Array[] };

function ours({ leaf, trust, between = [] }: Files): string {
  const [signer] = parse([leaf]);
  const { findings, chain } = checkTrust({
    signer: signer!,
    certificates: parse([leaf, ...between]),
    trust: parse(trust),
    ...{ signedAt: new Date(), at: new Date(), isProven: false, seenAt: null },
    ...{ purpose: "documents", lists: [], label: "" },
  });
  const codes = findings.map(({ code }) => code);
  return codes.length > 0 ? codes.join() : `trusted over ${chain.length}`;
}

const authority = (subject: Holder, issuer: Holder, more: Extension[] = [], dates = {}) =>
  certificateOf({
    subject,
    issuer,
    extensions: [isAuthority(), signsCertificates, ...more],
    ...dates,
  });
const person = (issuer: Holder, more: Extension[] = [], name: Uint8Array | string = "Serik") =>
  certificateOf({ subject: newHolder(name), issuer, extensions: [signsDocuments, ...more] });

/** Both programs, with the certificates in every order that matters. */
function both(files: Files): { ours: string; openssl: string } {
  const answers = [false, true].map((isReversed) => {
    const turned = (all: Uint8Array[] = []) => (isReversed ? [...all].reverse() : all);
    const same = { ...files, trust: turned(files.trust), between: turned(files.between) };
    return { ours: ours(same), openssl: opensslSays(same) };
  });
  expect(answers[1]!.ours).toBe(answers[0]!.ours);
  return answers[0]!;
}

describe("every path is tried, whatever the order in the files:", () => {
  const root = newHolder("Root");
  const old = authority(root, root, [], { from: days(-100), until: days(-1) });
  const renewed = authority(root, root);

  test("an expired root and its renewal", () => {
    const files = { leaf: person(root), trust: [old, renewed] };
    expect(both(files)).toEqual({ ours: "trusted over 2", openssl: "OK" });
    expect(ours({ ...files, trust: [old] })).toBe("expired");
  });

  test("a cross-signed authority, of whose roots one is trusted", () => {
    const other = newHolder("Other");
    const middle = newHolder("Middle");
    const between = [authority(middle, other), authority(middle, root)];
    const files = { leaf: person(middle), trust: [renewed], between: between.slice(1) };
    expect(both(files)).toEqual({ ours: "trusted over 3", openssl: "OK" });
    const strays = ours({ ...files, between });
    expect(strays).toBe("broken-signature");
    expect(ours({ ...files, between, trust: [renewed, authority(other, other)] })).toBe(
      "trusted over 3",
    );
  });

  test("an authority that was renewed, its first certificate expired", () => {
    const middle = newHolder("Middle");
    const between = [
      authority(middle, root, [], { from: days(-100), until: days(-1) }),
      authority(middle, root),
    ];
    expect(both({ leaf: person(middle), trust: [renewed], between })).toEqual({
      ours: "trusted over 3",
      openssl: "OK",
    });
  });

  test("four authorities one above the other, in any order", () => {
    const all = ["A", "B", "C", "D"].map((name) => newHolder(name));
    const between = all.map((one, i) => authority(one, all[i - 1] ?? root));
    expect(both({ leaf: person(all[3]!), trust: [renewed], between })).toEqual({
      ours: "trusted over 6",
      openssl: "OK",
    });
  });

  test("authorities that all issue each other cost no more than the bound", () => {
    const ring = Array.from({ length: 8 }, (_, i) => newHolder(`Ring ${i}`));
    const between = ring.flatMap((subject) =>
      ring.filter((one) => one !== subject).map((issuer) => authority(subject, issuer)),
    );
    expect(ours({ leaf: person(ring[0]!), trust: [renewed], between })).toBe("unknown-authority");
  });
});

describe("what authorities may not do is not trusted:", () => {
  const root = newHolder("Root");
  const middle = newHolder("Middle");
  const lower = newHolder("Lower");
  const top = authority(root, root);
  const ministry = (name: string) => Buffer.concat([named("KZ", name)]);
  type Row = [
    string,
    extensions: {
      middle?: Extension[];
      lower?: Extension[];
      leaf?: Extension[];
      name?: Uint8Array;
      top?: Extension[];
    },
    isGood: boolean,
  ];
  const rows: Row[] = [
    ["nothing special", {}, true],
    ["a critical alternative name", { leaf: [alsoNamed(true, mail("serik@gov.kz"))] }, true],
    ["an unknown critical extension", { middle: [unknownTo(true)] }, false],
    ["an unknown extension that is not critical", { middle: [unknownTo(false)] }, true],
    [
      "mail within what is permitted",
      {
        middle: [mayName({ permitted: [mail("gov.kz")] })],
        leaf: [alsoNamed(false, mail("serik@gov.kz"))],
      },
      true,
    ],
    [
      "mail of another host",
      {
        middle: [mayName({ permitted: [mail("gov.kz")] })],
        leaf: [alsoNamed(false, mail("serik@mfa.gov.kz"))],
      },
      false,
    ],
    [
      "mail of another host, by a constraint that is not critical",
      {
        middle: [mayName({ permitted: [mail("gov.kz")] }, false)],
        leaf: [alsoNamed(false, mail("serik@mfa.gov.kz"))],
      },
      false,
    ],
    [
      "mail below a host",
      {
        middle: [mayName({ permitted: [mail(".gov.kz")] })],
        leaf: [alsoNamed(false, mail("serik@mfa.gov.kz"))],
      },
      true,
    ],
    [
      "mail that is excluded",
      {
        middle: [mayName({ excluded: [mail("serik@gov.kz")] })],
        leaf: [alsoNamed(false, mail("serik@GOV.kz"))],
      },
      false,
    ],
    [
      "a host below the permitted one",
      {
        middle: [mayName({ permitted: [host("gov.kz")] })],
        leaf: [alsoNamed(true, host("seal.gov.kz"))],
      },
      true,
    ],
    [
      "a host that only ends alike",
      {
        middle: [mayName({ permitted: [host("gov.kz")] })],
        leaf: [alsoNamed(true, host("notgov.kz"))],
      },
      false,
    ],
    [
      "an address within the permitted ones",
      {
        middle: [mayName({ permitted: [address(10, 0, 0, 0, 255, 0, 0, 0)] })],
        leaf: [alsoNamed(true, address(10, 1, 2, 3))],
      },
      true,
    ],
    [
      "an address outside of them",
      {
        middle: [mayName({ permitted: [address(10, 0, 0, 0, 255, 0, 0, 0)] })],
        leaf: [alsoNamed(true, address(11, 1, 2, 3))],
      },
      false,
    ],
    [
      "a page of an excluded host",
      {
        middle: [mayName({ excluded: [page(".gov.kz")] })],
        leaf: [alsoNamed(true, page("https://mfa.gov.kz/serik"))],
      },
      false,
    ],
    [
      "a name within the permitted tree, in other letters",
      {
        middle: [mayName({ permitted: [directory(named("kz "))] })],

        name: ministry("Serik"),
      },
      true,
    ],
    [
      "a name outside of the permitted tree",
      { middle: [mayName({ permitted: [directory(named("AE"))] })], name: ministry("Serik") },
      false,
    ],
    [
      "a name outside of it, three levels down and not critical",
      {
        top: [],
        middle: [mayName({ permitted: [directory(named("AE"))] }, false)],
        lower: [],
        name: ministry("Serik"),
      },
      false,
    ],
    [
      "a policy that is asked for and kept",
      { middle: [asksPolicy(0), underPolicies("1.2.3.1")], leaf: [underPolicies("1.2.3.1")] },
      true,
    ],
    [
      "a policy that is asked for and absent",
      { middle: [asksPolicy(0), underPolicies("1.2.3.1")] },
      false,
    ],
    [
      "another policy than the authority has",
      { middle: [asksPolicy(0), underPolicies("1.2.3.1")], leaf: [underPolicies("1.2.3.2")] },
      false,
    ],
    [
      "another policy that is mapped to it",
      {
        middle: [asksPolicy(0), underPolicies("1.2.3.1"), mapsPolicy("1.2.3.1", "1.2.3.2")],
        leaf: [underPolicies("1.2.3.2")],
      },
      true,
    ],
    ["a policy asked for only further down than the path goes", { middle: [asksPolicy(5)] }, true],
    [
      "any policy",
      { middle: [asksPolicy(0), underPolicies("2.5.29.32.0")], leaf: [underPolicies("1.2.3.2")] },
      true,
    ],
    [
      "any policy where none may stand for all",
      {
        middle: [asksPolicy(0), underPolicies("1.2.3.1"), noAnyPolicy(0)],
        leaf: [underPolicies("2.5.29.32.0")],
      },
      false,
    ],
  ];
  test.each(rows)("%s", (_name, extensions, isGood) => {
    const isDeep = extensions.lower !== undefined;
    const trust = extensions.top ? [authority(root, root, extensions.top)] : [top];
    const between = [authority(middle, root, extensions.middle)];
    if (isDeep) between.push(authority(lower, middle, extensions.lower));
    const leaf = person(isDeep ? lower : middle, extensions.leaf, extensions.name);
    const said = both({ leaf, trust, between });
    expect([said.ours.startsWith("trusted"), said.ours]).toEqual([isGood, said.ours]);
    expect([said.openssl === "OK", said.openssl]).toEqual([isGood, said.openssl]);
  });

  test("a certificate that ends on a day that never was", () => {
    const text = Buffer.from(person(root)).toString("latin1");
    const end = /\d{12}Z(?!.*\d{12}Z)/s;
    const leaf = Buffer.from(text.replace(end, "270231000000Z"), "latin1");
    const said = both({ leaf, trust: [top] });
    expect(said.ours).toBe("unknown-authority");
    const odd = certificateOf({
      subject: newHolder("Serik"),
      issuer: root,
      extensions: [signsDocuments],
      until: "270231000000Z",
    });
    expect(both({ leaf: odd, trust: [top] })).toEqual({
      ours: "expired",
      openssl: "format error in certificate's notAfter field",
    });
  });

  test("more authorities than an authority's path length allows", () => {
    const short = certificateOf({
      subject: middle,
      issuer: root,
      extensions: [isAuthority(0), signsCertificates],
    });
    const between = [short, authority(lower, middle)];
    const said = both({ leaf: person(lower), trust: [top], between });
    expect(said).toEqual({ ours: "wrong-purpose", openssl: "path length constraint exceeded" });
  });

  test("an authority for servers, in the middle or trusted, and one for mail", () => {
    const uses = (use: string) => [authority(middle, root, [forUses(use)])];
    const leaf = person(middle);
    expect(ours({ leaf, trust: [top], between: uses("1.3.6.1.5.5.7.3.1") })).toBe("wrong-purpose");
    expect(ours({ leaf, trust: uses("1.3.6.1.5.5.7.3.1") })).toBe("wrong-purpose");
    expect(ours({ leaf, trust: [top], between: uses("1.3.6.1.5.5.7.3.4") })).toBe("trusted over 3");
    const both = person(middle, [forUses("1.3.6.1.5.5.7.3.36")]);
    expect(ours({ leaf: both, trust: [top], between: uses("1.3.6.1.5.5.7.3.4") })).toBe(
      "wrong-purpose",
    );
  });
});
