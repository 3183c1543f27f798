import { X509Certificate } from "node:crypto";
import type { Config } from "#src/config/config.ts";
import { type NoteSigner, vkeyOf } from "#src/evidence/sign-note.ts";
import type { SealFiles } from "./seal-key.ts";

/** The public facts about the service's keys. Contains no secret. */
export function describeKeys(
  { timestamps }: Pick<Config, "timestamps">,
  { seal, log }: { seal: SealFiles; log: NoteSigner },
): KeyDescription {
  const certificate = new X509Certificate(seal.key.certificate);
  return {
    seal: {
      subject: oneLine(certificate.subject),
      issuer: oneLine(certificate.issuer),
      notBefore: certificate.validFromDate.toISOString(),
      notAfter: certificate.validToDate.toISOString(),
      algorithm: algorithmOf(certificate),
      trusted: seal.key.trusted,
      timestampAuthority: timestamps && new URL(timestamps.url).host,
    },
    log: { origin: log.name, verificationKey: vkeyOf(log) },
  };
}

/** `CN=Depositary, O=Office`: Node puts each part on its own line. */
function oneLine(name: string): string {
  return name.split("\n").join(", ");
}

const curves: Record<string, string> = {
  prime256v1: "P-256",
  secp384r1: "P-384",
  secp521r1: "P-521",
};

function algorithmOf({ publicKey }: X509Certificate): string {
  const { modulusLength, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  if (modulusLength) return `RSA ${modulusLength} with SHA-256`;
  return `ECDSA ${curves[namedCurve ?? ""] ?? namedCurve} with SHA-256`;
}

export type KeyDescription = {
  seal: {
    subject: string;
    issuer: string;
    /** RFC 3339. */
    notBefore: string;
    notAfter: string;
    algorithm: string;
    /** False for a demonstration's key. */
    trusted: boolean;
    timestampAuthority: string | null;
  };
  log: { origin: string; verificationKey: string };
};
