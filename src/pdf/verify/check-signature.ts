import { createHash, type X509Certificate } from "node:crypto";
import { oids } from "../cms/oids.ts";
import { checkTimestamp, type Stamp } from "../timestamp/check-timestamp.ts";
import { type CheckedCms, checkCms } from "./check-cms.ts";
import type { Claim } from "./find-claims.ts";
import { type Finding, finding } from "./findings.ts";
import { bytesOf, readSignature, Unfit } from "./read-cms.ts";

export type CheckedSignature = {
  digestOk: boolean;
  /** The CMS is intact and made by the key of its certificate. */
  cmsOk: boolean;
  subject: string;
  issuer: string;
  algorithm: string;
  signer: X509Certificate | null;
  certificates: X509Certificate[];
  /** The timestamp: over the signature, or over the document if the claim is one. */
  stamp: Stamp | null;
  findings: Finding[];
};

/**
 * Checks the cryptography of one signature, or of one document timestamp, with the timestamp over it. Does not check
 * who is behind the keys.
 */
export function checkSignature(
  bytes: Uint8Array,
  claim: Claim,
  { label, isTimestamp }: { label: string; isTimestamp: boolean },
): CheckedSignature {
  const { start, end } = claim.contents;
  const hex = new TextDecoder("latin1").decode(bytes.subarray(start + 1, end - 1));
  const digestOf = (name: string) => digestOfClaim(bytes, claim, name);
  try {
    if (isTimestamp) {
      const stamp = checkTimestamp(bytesOf(hex), { digestOf, label });
      return { ...summary(stamp), stamp };
    }
    const cms = readSignature(bytesOf(hex));
    const checked = checkCms(cms, { contentType: oids.data, digestOf, label });
    const over = (name: string) => createHash(name).update(cms.signature).digest();
    const stamp = cms.timestamp
      ? checkTimestamp(cms.timestamp, { digestOf: over, label: `${label} (timestamp)` })
      : null;
    return { ...summary(checked), stamp };
  } catch (error) {
    // Hostile bytes make parsers fail in many ways, and each means the same: this is no signature.
    const why = error instanceof Unfit ? error.message : "is not written as signatures are.";
    return { ...nothing, findings: [finding("broken-signature", `${label} ${why}`)] };
  }
}

const nothing: CheckedSignature = {
  digestOk: false,
  cmsOk: false,
  subject: "",
  issuer: "",
  algorithm: "",
  signer: null,
  certificates: [],
  stamp: null,
  findings: [],
};

function summary(checked: CheckedCms) {
  const cmsOk = checked.findings.every(({ code }) => code === "digest-mismatch");
  return { ...checked, cmsOk };
}

function digestOfClaim(bytes: Uint8Array, { contents, end }: Claim, digest: string): Uint8Array {
  const hash = createHash(digest);
  return hash
    .update(bytes.subarray(0, contents.start))
    .update(bytes.subarray(contents.end, end))
    .digest();
}
