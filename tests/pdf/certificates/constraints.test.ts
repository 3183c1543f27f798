import { describe, expect, test } from "vitest";
import { authority, both, person } from "./both-programs.ts";
import {
  certificateOf,
  type Extension,
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
});
