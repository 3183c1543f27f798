import { X509Certificate } from "node:crypto";
import { expect } from "vitest";
import { checkTrust } from "#src/pdf/verify/check-trust.ts";
import {
  certificateOf,
  type Extension,
  type Holder,
  isAuthority,
  newHolder,
  signsCertificates,
  signsDocuments,
} from "./forge.ts";
import { opensslSays } from "./openssl-verify.ts";

const parse = (all: Uint8Array[]) => all.map((der) => new X509Certificate(der));

type Files = { leaf: Uint8Array; trust: Uint8Array[]; between?: Uint8Array[] };

/** What `checkTrust` says: the codes of its findings, or over how many certificates it trusts the signer. */
export function ours({ leaf, trust, between = [] }: Files): string {
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

export const authority = (subject: Holder, issuer: Holder, more: Extension[] = [], dates = {}) =>
  certificateOf({
    subject,
    issuer,
    extensions: [isAuthority(), signsCertificates, ...more],
    ...dates,
  });
export const person = (
  issuer: Holder,
  more: Extension[] = [],
  name: Uint8Array | string = "Serik",
) => certificateOf({ subject: newHolder(name), issuer, extensions: [signsDocuments, ...more] });

/** What `checkTrust` and openssl say. Ours is asked with the certificates in both orders, and must say the same. */
export function both(files: Files): { ours: string; openssl: string } {
  const answers = [false, true].map((isReversed) => {
    const turned = (all: Uint8Array[] = []) => (isReversed ? [...all].reverse() : all);
    const same = { ...files, trust: turned(files.trust), between: turned(files.between) };
    return { ours: ours(same), openssl: opensslSays(same) };
  });
  expect(answers[1]!.ours).toBe(answers[0]!.ours);
  return answers[0]!;
}
