import type { X509Certificate } from "node:crypto";
import { sealField } from "../seal-field.ts";
import type { Assessment, Judged } from "./assess.ts";
import type { SignatureReport, TimestampReport } from "./conclude.ts";
import { isoOf } from "./read-date.ts";

/** The report on a signature; `length` is the file's, and `seal` the certificate that signed the seal's field. */
export function reportSignature(
  { checked, placed }: Judged,
  assessed: Assessment,
  { length, seal }: { length: number; seal: X509Certificate | null },
): SignatureReport {
  const { digestOk, cmsOk, subject, issuer, algorithm } = checked;
  const at = placed?.at ?? null;
  const trusted = cmsOk && digestOk && at !== null && assessed.findings.length === 0;
  return {
    field: placed?.field ?? "",
    name: placed?.name ?? "",
    reason: placed?.reason ?? "",
    at: at?.toISOString() ?? null,
    provenAt: assessed.provenAt?.toISOString() ?? null,
    level: assessed.level,
    coversRevision: placed?.revision ?? null,
    coversFile: placed?.claim.end === length,
    digestOk,
    cmsOk,
    subject,
    issuer,
    attested: isAttested({ checked, placed }, seal),
    algorithm,
    log: placed?.log ?? null,
    revocation: !trusted ? null : assessed.isRevocationKnown ? "checked" : "unknown",
    trusted,
  };
}

function isAttested(
  { checked, placed }: Pick<Judged, "checked" | "placed">,
  seal: X509Certificate | null,
) {
  const { signer } = checked;
  return Boolean(seal && signer && placed?.field !== sealField && seal.raw.equals(signer.raw));
}

/** The same for a document timestamp. */
export function reportTimestamp(
  { checked, placed }: Judged,
  assessed: Assessment,
  length: number,
): TimestampReport {
  const { digestOk, cmsOk, subject, issuer, algorithm, stamp } = checked;
  return {
    field: placed?.field ?? "",
    coversRevision: placed?.revision ?? null,
    coversFile: placed?.claim.end === length,
    digestOk,
    at: stamp?.info.at.toISOString() ?? null,
    until: isoOf(checked.signer?.validToDate),
    subject,
    issuer,
    algorithm,
    trusted: cmsOk && digestOk && stamp !== null && assessed.findings.length === 0,
  };
}
