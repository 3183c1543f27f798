import { generateKeyPairSync, sign } from "node:crypto";
import { lowS } from "#src/pdf/cms/low-s.ts";
import { issueCertificate } from "#src/pdf/keys/issue-certificate.ts";
import type { SealKey } from "#src/pdf/seal-key.ts";

type Dates = { from?: Date; until?: Date };

/** Something that issues certificates, as it should or as it should not. */
export type Authority = {
  certificate: Uint8Array;
  issue(options?: Dates & { subject?: string }): SealKey & { asAuthority: Authority };
};

const month = { from: new Date("2026-11-01"), until: new Date("2026-12-01") };

export function newAuthority(name = "Authority", dates: Dates = {}): Authority {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const issuer = { name, ...pair };
  const certificate = issueCertificate({
    issuer,
    subject: name,
    publicKey: pair.publicKey,
    isAuthority: true,
    ...month,
    ...dates,
  });
  return authorityOf(issuer, certificate, []);
}

function authorityOf(
  issuer: Parameters<typeof issueCertificate>[0]["issuer"],
  certificate: Uint8Array,
  above: Uint8Array[],
): Authority {
  const chain = [certificate, ...above];
  return {
    certificate,
    issue({ subject = "Seal", ...dates } = {}) {
      const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const issued = issueCertificate({
        issuer,
        subject,
        publicKey,
        isAuthority: false,
        ...month,
        ...dates,
      });
      return {
        certificate: issued,
        chain,
        trusted: true,
        sign: async (bytes) => lowS(new Uint8Array(sign("sha256", bytes, privateKey)), publicKey),
        asAuthority: authorityOf({ name: subject, privateKey, publicKey }, issued, chain),
      };
    },
  };
}
