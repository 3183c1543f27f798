import { demonstrationAuthority } from "../keys/make-seal-key.ts";
import { sealField } from "../seal-field.ts";
import type { Level } from "./assess.ts";
import { type Finding, type Verdict, verdictOf } from "./findings.ts";
import type { Warning } from "./warnings.ts";

export type SignatureReport = {
  field: string;
  name: string;
  reason: string;
  /** The time of signing as the signature states it: RFC 3339, or null. */
  at: string | null;
  /** The earliest time that a trusted timestamp proves: RFC 3339, or null. */
  provenAt: string | null;
  /** The level that this signature reached by itself; null if it is not valid and trusted. */
  level: Level | null;
  /** The revision that it seals, counted from the original, which is 0. */
  coversRevision: number | null;
  /** Whether it covers the file from the first byte to the last, except its own place. */
  coversFile: boolean;
  /** Whether its digest matches the bytes it covers; null if that cannot be determined. */
  digestOk: boolean | null;
  /** Whether current lists cover its certificates and list none of them; null if it is not trusted. */
  revocation: "checked" | "unknown" | null;
  cmsOk: boolean;
  trusted: boolean;
  subject: string;
  /** The issuer of the signer's certificate. */
  issuer: string;
  /** The seal's own certificate signed a party's field: the depositary attests that the consent is on record. */
  attested: boolean;
  algorithm: string;
  /** For the seal: the last act before it, by its index in the evidence log. */
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
  /** When the authority's certificate expires: RFC 3339. */
  until: string | null;
};

export type Verification = {
  verdict: Verdict;
  /** Sentences for a person, the most serious first if something is wrong. */
  reasons: string[];
  /** The same with stable codes; empty for VALID. */
  findings: Finding[];
  /** Notes for a reader whatever the verdict, such as that no one checked a certificate for revocation. */
  warnings: Warning[];
  signatures: SignatureReport[];
  /** Document timestamps, oldest first. */
  timestamps: TimestampReport[];
  /**
   * The level of the seal, which covers all other signatures; without a seal, the lowest of all. Null unless VALID.
   * Each signature also has its own level.
   */
  level: Level | null;
  /** sha-256 of the original, below all signatures; null if there is no such identifiable part. */
  revision0Digest: string | null;
  /**
   * The PDF/A level that the original claims and nothing later breaks, such as `PDF/A-2a`. Given only for a VALID file,
   * whose later revisions are all ours and contain their fonts, and only if every revision follows PDF/A
   * (`checkFileStructure`).
   */
  archival: string | null;
  /** A signature relies on the demonstration authority: a VALID verdict from it binds no one. */
  demonstration: boolean;
  /** The original's signature fields; null if the file is not built like ours. */
  fields: string[] | null;
};

/**
 * Builds the answer: the verdict, and every finding against VALID, the most serious first. `archival` stays null: only
 * `verifyPdf` looks for it.
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
  // A demonstration's seal states that it is not trusted, so do not call it trusted.
  const holds = demonstration ? "whole" : "whole and trusted";
  return `Every signature is ${holds} (${names}), and ${after} added after the last.`;
}
