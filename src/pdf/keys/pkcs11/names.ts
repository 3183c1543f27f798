/** Positions in CK_FUNCTION_LIST of the functions we call (PKCS #11 2.40, 3.5). */
export const functionsInOrder = {
  C_Initialize: 0,
  C_Finalize: 1,
  C_GetSlotList: 4,
  C_GetTokenInfo: 6,
  C_GetMechanismList: 7,
  C_OpenSession: 12,
  C_CloseAllSessions: 14,
  C_Login: 18,
  C_GetAttributeValue: 24,
  C_FindObjectsInit: 26,
  C_FindObjects: 27,
  C_FindObjectsFinal: 28,
  C_SignInit: 42,
  C_Sign: 43,
} as const;

/** Return values that we handle separately. */
export const returns = {
  ok: 0x0,
  pinIncorrect: 0xa0,
  pinInvalid: 0xa1,
  pinLengthRange: 0xa2,
  pinExpired: 0xa3,
  pinLocked: 0xa4,
  userAlreadyLoggedIn: 0x100,
  notInitialized: 0x190,
  alreadyInitialized: 0x191,
} as const;

/** Attributes of objects. */
export const attributes = {
  class: 0x0,
  label: 0x3,
  value: 0x11,
  keyType: 0x100,
  id: 0x102,
  alwaysAuthenticate: 0x202,
} as const;

export const classes = { certificate: 1, privateKey: 3 } as const;

/** CKK_RSA and CKK_EC. */
export const keyTypes = { rsa: 0, ec: 3 } as const;

export const mechanisms = {
  rsaPkcs: 0x1,
  sha256RsaPkcs: 0x40,
  ecdsa: 0x1041,
  ecdsaSha256: 0x1044,
} as const;

/** Flags of a token. */
export const tokenFlags = { pinFinalTry: 0x20000, pinLocked: 0x40000 } as const;

export const userTypes = { user: 1, contextSpecific: 2 } as const;

/** Other return values that operators meet, so that the log says more than a number. */
const known: Record<number, string> = {
  5: "CKR_GENERAL_ERROR",
  6: "CKR_FUNCTION_FAILED",
  48: "CKR_DEVICE_ERROR",
  50: "CKR_DEVICE_REMOVED",
  96: "CKR_KEY_HANDLE_INVALID",
  104: "CKR_KEY_FUNCTION_NOT_PERMITTED",
  112: "CKR_MECHANISM_INVALID",
  160: "CKR_PIN_INCORRECT",
  164: "CKR_PIN_LOCKED",
  179: "CKR_SESSION_HANDLE_INVALID",
  224: "CKR_TOKEN_NOT_PRESENT",
  257: "CKR_USER_NOT_LOGGED_IN",
  400: "CKR_CRYPTOKI_NOT_INITIALIZED",
};

export function describeReturn(code: number): string {
  return known[code] ?? `0x${code.toString(16)}`;
}
