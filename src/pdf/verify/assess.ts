import type { X509Certificate } from "node:crypto";
import type { Crl } from "../revocation/read-crl.ts";
import type { Stamp } from "../timestamp/check-timestamp.ts";
import { isKnownNotRevoked } from "./check-revoked.ts";
import type { CheckedSignature } from "./check-signature.ts";
import type { PlacedSignature } from "./check-structure.ts";
import { type Chain, checkTrust } from "./check-trust.ts";
import { type Finding, finding } from "./findings.ts";

/** A signature or a document timestamp, with its cryptography checked. */
export type Judged = {
  checked: CheckedSignature;
  /** Null if the file's structure is broken or does not contain it. */
  placed: PlacedSignature | null;
  label: string;
};

export type Authorities = {
  /** The authorities trusted for this field's signature by this signer, in a file with this seal. */
  of(field: string, signer: X509Certificate, seal: X509Certificate | null): X509Certificate[];
  /** Whether any authority is given for any signature. */
  isNamed: boolean;
  /** The certificate that signed the seal's field. */
  seal: X509Certificate | null;
  /** The authorities trusted for timestamps. */
  timestamps: X509Certificate[];
  /** The time of verification. */
  at: Date | null;
  /** The certificates and lists stored in the file itself. */
  store: { certificates: X509Certificate[]; lists: Crl[] };
  /** The revocation lists that the caller supplies. */
  lists: Crl[];
};

/** The result for one signature or timestamp. */
export type Assessment = {
  findings: Finding[];
  provenAt: Date | null;
  level: Level | null;
  /** Whether current lists cover every certificate on the path to this signature or timestamp. */
  isRevocationKnown: boolean;
  /** From each key to a trusted authority: the signer's, and that of the timestamp over it. */
  chains: X509Certificate[][];
};

/** A trusted timestamp proves that everything up to a revision existed at its time. */
type Proof = { of: Judged; at: Date; isArchive: boolean; chain: X509Certificate[] };

/**
 * Checks who is behind each key, from the newest to the oldest. A timestamp is judged at the time that a newer one
 * proves for it, and a signature at the earliest time that any timestamp over it proves.
 */
export function assess(all: Judged[], authorities: Authorities): Map<Judged, Assessment> {
  const proofs: Proof[] = [];
  const out = new Map<Judged, Assessment>();
  const newestFirst = [...all].sort((a, b) => revisionOf(b) - revisionOf(a));
  for (const judged of newestFirst) {
    const { stamp } = judged.checked;
    const stamped = stamp ? assessStamp(judged, stamp, proofs, authorities) : null;
    const isArchive = judged.placed?.isTimestamp === true;
    const signed = isArchive ? null : assessSignature(judged, proofs, authorities);
    const findings = [...(stamped?.findings ?? []), ...(signed?.findings ?? [])];
    const provenAt = earliest(proofs);
    const chains = [stamped, signed].filter((one) => one !== null);
    const sound = judged.checked.cmsOk && judged.checked.digestOk && findings.length === 0;
    const level = sound && signed ? levelOf(judged, signed, proofs, authorities) : null;
    const lists = [...authorities.store.lists, ...authorities.lists];
    const asOf = provenAt ?? authorities.at ?? judged.placed?.at ?? null;
    const own = signed?.chain ?? stamped?.chain ?? [];
    const isRevocationKnown = asOf !== null && isKnownNotRevoked(own, lists, asOf);
    out.set(judged, {
      ...{ findings, provenAt, level, isRevocationKnown },
      chains: chains.map(({ chain }) => chain),
    });
  }
  return out;
}

function revisionOf({ placed }: Judged): number {
  return placed?.revision ?? 0;
}

/** A valid timestamp is a proof for everything judged after it. */
function assessStamp(
  judged: Judged,
  stamp: Stamp,
  proofs: Proof[],
  { timestamps, isNamed, at, store, lists }: Authorities,
): Chain {
  const { placed, checked } = judged;
  const asOf = earliest(proofs) ?? at;
  const own = stamp.findings.filter((one) => !checked.findings.includes(one));
  if (timestamps.length === 0 && isNamed) {
    return { findings: [...own, finding("unknown-authority", stamp.label)], chain: [] };
  }
  const trusted = checkTrust({
    signer: stamp.signer,
    certificates: stamp.certificates,
    trust: timestamps,
    signedAt: stamp.info.at,
    at: asOf,
    isProven: true,
    seenAt: earliest(proofs),
    purpose: "timestamps",
    lists: [...store.lists, ...lists],
    label: stamp.label,
  });
  const findings = [...own, ...trusted.findings];
  const sound = stamp.findings.length === 0 && checked.cmsOk && checked.digestOk;
  if (placed && sound && findings.length === 0) {
    const { chain } = trusted;
    proofs.push({ of: judged, at: stamp.info.at, isArchive: placed.isTimestamp, chain });
  }
  return { ...trusted, findings };
}

function assessSignature(
  { checked, placed, label }: Judged,
  proofs: Proof[],
  { of, isNamed, seal, at, store, lists }: Authorities,
): Chain {
  const { signer, certificates } = checked;
  if (!signer || !placed?.at) return { findings: [], chain: [] };
  const trust = of(placed.field, signer, seal);
  if (trust.length === 0 && isNamed) {
    return { findings: [finding("unknown-authority", label)], chain: [] };
  }
  const proven = earliest(proofs);
  const chain = checkTrust({
    signer,
    certificates,
    trust,
    signedAt: proven ?? placed.at,
    at: proven ? null : at,
    isProven: proven !== null,
    seenAt: null,
    purpose: "documents",
    lists: [...store.lists, ...lists],
    label,
  });
  // No two clocks differ by more than a day.
  if (proven && placed.at.getTime() > proven.getTime() + 86_400_000) {
    chain.findings.push(finding("later-than-proven", label));
  }
  return chain;
}

function earliest(proofs: Proof[]): Date | null {
  return proofs.reduce<Date | null>((min, { at }) => (min && min <= at ? min : at), null);
}

/**
 * The level that one signature has by itself (ETSI EN 319 142-1, 6; ADR 0057). B-T needs a timestamp over this very
 * signature: its own, or a later document timestamp. Another signature's timestamp, which covers it too, proves its
 * time and gives it no level. B-LT needs, for each certificate on the path, a list from its issuer in the store that is
 * fresh for the proven time. B-LTA needs a document timestamp over those data besides the one that gave B-T.
 */
function levelOf(judged: Judged, signed: Chain, proofs: Proof[], { store }: Authorities): Level {
  const archives = proofs.filter(({ isArchive }) => isArchive);
  const own = proofs.find((proof) => proof.of === judged);
  // The newest comes first, and the oldest over this signature gives it B-T.
  const proof = own ?? archives.at(-1);
  if (!proof) return "B-B";
  const isListed = (chain: X509Certificate[], at: Date) =>
    isKnownNotRevoked(chain, store.lists, at);
  const proven = earliest(proofs) ?? proof.at;
  const areListed = isListed(signed.chain, proven) && isListed(proof.chain, proof.at);
  if (archives.length === 0 || !areListed) return "B-T";
  return own || archives.length > 1 ? "B-LTA" : "B-LT";
}

/** The levels of ETSI EN 319 142-1; the last needs revocation data and a document timestamp. */
export type Level = "B-B" | "B-T" | "B-LT" | "B-LTA";
