import type { X509Certificate } from "node:crypto";
import type { NamedList } from "../revocation/find-lists.ts";
import { isIssuedBy } from "../revocation/read-crl.ts";
import type { Assessment, Judged } from "./assess.ts";

/** A note for a reader whatever the verdict: a stable code, a sentence, its subject. */
export type Warning = { code: WarningCode; sentence: string; about: string };

const sentences = {
  "revocation-unknown": (about: string) =>
    `It is not known whether a certificate of signature ${about} was revoked: no current list of its issuer is in the file or at hand.`,
  "list-unusable": (about: string) => `The revocation list ${about}. It counts for nothing.`,
  "list-of-stranger": (about: string) =>
    `The revocation list ${about} is of no authority of this file. It says nothing of its signatures.`,
  "list-stale": (about: string) =>
    `The revocation list ${about}. Whoever was revoked since then is not on it.`,
  "timestamp-ahead": (about: string) =>
    `The timestamp of ${about} is later than this machine's clock. One of the two is wrong.`,
} as const;

export type WarningCode = keyof typeof sentences;

export function warning(code: WarningCode, about: string): Warning {
  return { code, about, sentence: sentences[code](about) };
}

/** Clocks may differ by this much. */
const clockDifferenceMs = 5 * 60_000;

/** For trusted signatures: whether anyone checked for revocation, and whether the time is later than now. */
export function warningsOf(
  { checked, label }: Judged,
  { findings, isRevocationKnown }: Assessment,
  at: Date | null,
): Warning[] {
  if (!checked.cmsOk || !checked.digestOk || findings.length > 0) return [];
  const stampedAt = checked.stamp?.info.at ?? null;
  const isAhead =
    at !== null && stampedAt !== null && stampedAt.getTime() > at.getTime() + clockDifferenceMs;
  return [
    ...(isRevocationKnown ? [] : [warning("revocation-unknown", label)]),
    ...(isAhead ? [warning("timestamp-ahead", label)] : []),
  ];
}

/** Warnings about the lists that the caller named: one for each that covers nothing in the file. */
export function warningsOfLists(
  lists: readonly NamedList[],
  chains: X509Certificate[][],
  at: Date | null,
): Warning[] {
  const authorities = chains.flatMap((chain) => chain.slice(1));
  return lists.flatMap((given): Warning[] => {
    const { name, list } = given;
    if (list === null) return [warning("list-unusable", `${name} ${given.why}`)];
    if (!authorities.some((one) => isIssuedBy(list, one))) {
      return [warning("list-of-stranger", name)];
    }
    const isStale = at !== null && at > list.until;
    const due = `${name} is out of date: the next was due on ${list.until.toISOString()}`;
    return isStale ? [warning("list-stale", due)] : [];
  });
}
