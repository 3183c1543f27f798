import { createHash } from "node:crypto";
import { oids } from "../cms/oids.ts";
import { sameBytes } from "../cms/read-der.ts";
import { digestNames } from "../verify/algorithms.ts";
import { type CheckedCms, checkCms } from "../verify/check-cms.ts";
import { finding } from "../verify/findings.ts";
import { readToken } from "../verify/read-cms.ts";
import { readInfo, type TimestampInfo } from "./read-info.ts";

/** A parsed timestamp, checked except for who owns its key. */
export type Stamp = CheckedCms & { info: TimestampInfo; label: string };

/**
 * Checks the cryptography of a timestamp (RFC 3161): the authority's signature, and that it covers the expected digest.
 *
 * @throws Unfit, NotDer, and whatever node:crypto throws at broken certificates
 */
export function checkTimestamp(
  der: Uint8Array,
  { digestOf, label }: { digestOf(name: string): Uint8Array; label: string },
): Stamp {
  const token = readToken(der);
  const info = readInfo(token.content);
  const checked = checkCms(token, {
    contentType: oids.timestampInfo,
    digestOf: (name) => createHash(name).update(token.content).digest(),
    label,
    allowsSigningCertificateV1: true,
  });
  const name = Object.hasOwn(digestNames, info.algorithm) ? digestNames[info.algorithm] : undefined;
  if (!name) {
    checked.findings.push(finding("weak-algorithm", `${label} uses an old or unknown digest`));
  } else if (!sameBytes(info.digest, digestOf(name))) {
    checked.findings.push(finding("timestamp-mismatch", label));
    checked.digestOk = false;
  }
  return { ...checked, info, label };
}
