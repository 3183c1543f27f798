/**
 * The Worker's part of `@simplewebauthn/server` that reads authenticators' certificates. Passkeys are registered
 * without attestation (`attestationType: "none"`), so no browser sends a certificate chain; one that does is refused
 * here, and accepted by the full service. An attestation without a chain is checked here as there.
 */
function refuse(): never {
  throw new Error("Chains of authenticators' certificates are checked by the full service only.");
}

export {
  refuse as convertX509PublicKeyToCOSE,
  refuse as getCertificateInfo,
  refuse as isCertRevoked,
  refuse as validateCertificatePath,
  refuse as validateExtFIDOGenCEAAGUID,
  refuse as verifyAttestationAndroidKey,
  refuse as verifyAttestationAndroidSafetyNet,
  refuse as verifyAttestationApple,
  refuse as verifyAttestationFIDOU2F,
  refuse as verifyAttestationTPM,
  refuse as verifyAttestationWithMetadata,
  refuse as verifyMDSBlob,
};
/** Statements of makers about their authenticators. We load none. */
export const MetadataService = { getStatement: refuse };
/** Which chains and which newer algorithms are accepted: none, since `register-passkey.ts` asks for ES256 or RS256. */
export const SettingsService = { getRootCertificates: () => [], runtimeSupportsPQC: () => false };
