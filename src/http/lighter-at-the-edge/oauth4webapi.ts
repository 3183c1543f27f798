function refuse(): never {
  throw new Error("The Worker has no provider for single sign-on (`provider` in src/edge.ts).");
}

export {
  refuse as authorizationCodeGrantRequest,
  refuse as ClientSecretPost,
  refuse as calculatePKCECodeChallenge,
  refuse as discoveryRequest,
  refuse as generateRandomCodeVerifier,
  refuse as getValidatedIdTokenClaims,
  refuse as processAuthorizationCodeResponse,
  refuse as processDiscoveryResponse,
  refuse as validateApplicationLevelSignature,
  refuse as validateAuthResponse,
};
/** The key of an option. */
export const allowInsecureRequests = Symbol("allowInsecureRequests");
