/**
 * The Worker's `@peculiar/x509` (`alias` in wrangler.toml). Passkeys are registered without attestation, so no
 * authenticator sends a certificate chain; one that does is refused here, and accepted by the full service.
 */
class NotAtTheEdge {
  constructor() {
    throw new Error("Chains of authenticators' certificates are checked by the full service only.");
  }
}

export {
  NotAtTheEdge as AuthorityKeyIdentifierExtension,
  NotAtTheEdge as CRLDistributionPointsExtension,
  NotAtTheEdge as SubjectKeyIdentifierExtension,
  NotAtTheEdge as X509Certificate,
  NotAtTheEdge as X509ChainBuilder,
  NotAtTheEdge as X509Crl,
};
