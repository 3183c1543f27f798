import { type Finding, type Verdict, verdictOf } from "./findings.ts";

export type SignatureReport = {
  field: string;
  name: string;
  reason: string;
  /** The time of signing as the signature says it: RFC 3339, or null. */
  at: string | null;
  /** The revision that it seals, counted from the original, which is 0. */
  coversRevision: number | null;
  digestOk: boolean;
  cmsOk: boolean;
  trusted: boolean;
  subject: string;
  algorithm: string;
};

export type Verification = {
  verdict: Verdict;
  /** Sentences for a person, gravest first where something is wrong. */
  reasons: string[];
  /** The same with stable codes; empty for VALID. */
  findings: Finding[];
  signatures: SignatureReport[];
  /** sha-256 of the original, which lies below all signatures; null where no such part can be told. */
  revision0Digest: string | null;
};

/** Puts together the answer: the verdict, and everything that speaks against VALID, gravest first. */
export function conclude(
  found: Finding[],
  signatures: SignatureReport[],
  revision0Digest: string | null,
): Verification {
  const unique = [...new Map(found.map((one) => [one.sentence, one])).values()];
  const verdict = verdictOf(unique);
  const gravest = unique.filter((one) => one.verdict === verdict);
  const findings = [...gravest, ...unique.filter((one) => one.verdict !== verdict)];
  const reasons = findings.map((one) => one.sentence);
  if (verdict === "VALID") reasons.push(praise(signatures));
  return { verdict, reasons, findings, signatures, revision0Digest };
}

function praise(signatures: SignatureReport[]): string {
  const names = signatures.map(({ field }) => `"${field}"`).join(", ");
  return `Every signature is whole and trusted (${names}), and nothing was added after the last.`;
}
