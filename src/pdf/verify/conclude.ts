import { demonstrationAuthority } from "../keys/make-seal-key.ts";
import { sealField } from "../seal-field.ts";
import type { Level } from "./assess.ts";
import { type Finding, type Verdict, verdictOf } from "./findings.ts";
import type { Warning } from "./warnings.ts";

export type SignatureReport = {
  field: string;
  name: string;
  reason: string;
  /** The time of signing as the signature says it: RFC 3339, or null. */
  at: string | null;
  /** The earliest time that a trusted timestamp proves: RFC 3339, or null. */
  provenAt: string | null;
  /** What this signature reached by itself; null where it is not whole and trusted. */
  level: Level | null;
  /** The revision that it seals, counted from the original, which is 0. */
  coversRevision: number | null;
  /** Whether it covers the file from the first byte to the last, but for its own place. */
  coversFile: boolean;
  /** Whether its digest is that of the bytes it covers; null where that cannot be told. */
  digestOk: boolean | null;
  /** Whether current lists speak of its certificates and none is on them; null where it is not trusted. */
  revocation: "checked" | "unknown" | null;
  cmsOk: boolean;
  trusted: boolean;
  subject: string;
  /** Who issued the signer's certificate. */
  issuer: string;
  /** The seal's own certificate stands in a party's field: the depositary attests that the consent is on record. */
  attested: boolean;
  algorithm: string;
  /** Of the seal: the last act before it, by its index in the evidence log. */
  log: { origin: string; index: number } | null;
};

/** A document timestamp: over which revision, when, and by whom. */
export type TimestampReport = {
  field: string;
  coversRevision: number | null;
  coversFile: boolean;
  digestOk: boolean | null;
  at: string | null;
  trusted: boolean;
  subject: string;
  issuer: string;
  algorithm: string;
  /** When the authority's certificate runs out: RFC 3339. */
  until: string | null;
};

export type Verification = {
  verdict: Verdict;
  /** Sentences for a person, gravest first where something is wrong. */
  reasons: string[];
  /** The same with stable codes; empty for VALID. */
  findings: Finding[];
  /** What a reader should know whatever the verdict, such as that nobody asked whether a certificate was revoked. */
  warnings: Warning[];
  signatures: SignatureReport[];
  /** Document timestamps, oldest first. */
  timestamps: TimestampReport[];
  /**
   * The level of the seal, which covers all other signatures; without a seal, the lowest of all. Null unless VALID. Each
   * signature has a level of its own beside.
   */
  level: Level | null;
  /** sha-256 of the original, which lies below all signatures; null where no such part can be told. */
  revision0Digest: string | null;
  /**
   * The PDF/A that the original says it is and that nothing later takes from it, such as `PDF/A-2a`: told of a
   * VALID file alone, whose later revisions are all of ours and carry their fonts, and only if every revision is
   * built as PDF/A asks (`checkFileStructure`).
   */
  archival: string | null;
  /** A signature stands on the demonstration authority: what is VALID by it binds nobody. */
  demonstration: boolean;
  /** The places for signatures that the original has; null if the file is not built as ours are. */
  fields: string[] | null;
};

/**
 * Puts together the answer: the verdict, and everything that speaks against VALID, gravest first. `archival` stays
 * null: only `verifyPdf` looks for it.
 */
export function conclude(
  found: Finding[],
  signatures: SignatureReport[] = [],
  revision0Digest: string | null = null,
  timestamps: TimestampReport[] = [],
  warnings: Warning[] = [],
): Verification {
  const unique = [...new Map(found.map((one) => [one.sentence, one])).values()];
  const verdict = verdictOf(unique);
  const gravest = unique.filter((one) => one.verdict === verdict);
  const findings = [...gravest, ...unique.filter((one) => one.verdict !== verdict)];
  const reasons = findings.map((one) => one.sentence);
  const demonstration = signatures.some(({ issuer }) => issuer === `CN=${demonstrationAuthority}`);
  if (verdict === "VALID") reasons.push(praise(signatures, timestamps, demonstration));
  const level = verdict === "VALID" ? levelOfFile(signatures) : null;
  return {
    verdict,
    reasons,
    findings,
    warnings,
    signatures,
    timestamps,
    level,
    revision0Digest,
    archival: null,
    demonstration,
    fields: null,
  };
}

const levels: readonly Level[] = ["B-B", "B-T", "B-LT", "B-LTA"];

function levelOfFile(signatures: SignatureReport[]): Level | null {
  const seal = signatures.find(({ field }) => field === sealField);
  if (seal) return seal.level;
  return levels.find((level) => signatures.some((one) => one.level === level)) ?? null;
}

function praise(
  signatures: SignatureReport[],
  timestamps: TimestampReport[],
  demonstration: boolean,
): string {
  const names = signatures.map(({ field }) => `"${field}"`).join(", ");
  const after = timestamps.length > 0 ? "nothing but timestamps was" : "nothing was";
  // A demonstration's seal says of itself that it is not trusted, and nobody contradicts it.
  const holds = demonstration ? "whole" : "whole and trusted";
  return `Every signature is ${holds} (${names}), and ${after} added after the last.`;
}
