import { KeyFault } from "../key-fault.ts";
import { type Cryptoki, CryptokiError } from "./cryptoki.ts";
import { findObjects, readAttribute } from "./find-objects.ts";
import { keyTypes, returns, tokenFlags, userTypes } from "./names.ts";

/** The token and key, and the PIN that opens them. */
export type TokenPlace = {
  /** Label or serial number of the token. */
  token: string;
  /** Label of the private key, or its id in hex. */
  key: string;
  pin: string;
};

export type Session = {
  slot: number;
  handle: number;
  key: number;
  kind: keyof typeof keyTypes;
  keyId: Uint8Array | null;
  /** Whether each signature needs the PIN again. */
  alwaysAuthenticate: boolean;
};

/** The token refused the PIN. We never send it again: cards lock after three tries. */
export class PinRefused extends KeyFault {}

/**
 * Opens the token, logs in and finds the key.
 *
 * @throws KeyFault if there is no such token or key, or more than one
 * @throws PinRefused
 * @throws CryptokiError
 */
export async function openSession(cryptoki: Cryptoki, place: TokenPlace): Promise<Session> {
  await initialize(cryptoki);
  const { slot, flags } = await findToken(cryptoki, place.token);
  expectTries(flags);
  const opened = cryptoki.words(0);
  // CKF_SERIAL_SESSION is mandatory; read access is enough.
  await cryptoki.call("C_OpenSession", slot, 4, null, null, opened);
  const handle = cryptoki.readWord(opened);
  await logIn(cryptoki, { handle, pin: place.pin, as: "user" });
  const key = await findKey(cryptoki, handle, place.key);
  const asks = await readAttribute(cryptoki, handle, key, "alwaysAuthenticate");
  return {
    slot,
    handle,
    key,
    kind: await kindOf(cryptoki, handle, key),
    keyId: await readAttribute(cryptoki, handle, key, "id"),
    alwaysAuthenticate: asks?.[0] === 1,
  };
}

/** Throws if the token is locked or only the last try is left, which we must not use. */
export function expectTries(flags: number): void {
  if (flags & (tokenFlags.pinFinalTry | tokenFlags.pinLocked)) {
    throw new PinRefused(
      "The token is locked or has one try of its PIN left; log in with its own tool first.",
    );
  }
}

async function initialize({ call, words }: Cryptoki): Promise<void> {
  // CK_C_INITIALIZE_ARGS with CKF_OS_LOCKING_OK: calls come from the threads of a pool.
  const locking = words(null, null, null, null, 2, null);
  await call("C_Initialize", locking).catch((error: unknown) => {
    if (codeOf(error) !== returns.alreadyInitialized) throw error;
  });
}

async function findToken(cryptoki: Cryptoki, wanted: string) {
  const { call, words, readWord, wordSize } = cryptoki;
  const count = words(0);
  await call("C_GetSlotList", 1, null, count);
  const slots = Buffer.alloc(readWord(count) * wordSize);
  await call("C_GetSlotList", 1, slots, count);
  const found: { slot: number; flags: number }[] = [];
  for (let at = 0; at < readWord(count); at++) {
    const slot = readWord(slots, at * wordSize);
    // CK_TOKEN_INFO: label 32, manufacturer 32, model 16, serial number 16, then the flags.
    const info = Buffer.alloc(512);
    // Ignore another slot that is out of order.
    await call("C_GetTokenInfo", slot, info).catch(() => {});
    const label = info.toString("utf8", 0, 32).trimEnd();
    const serial = info.toString("utf8", 80, 96).trimEnd();
    if (label === wanted || serial === wanted) found.push({ slot, flags: readWord(info, 96) });
  }
  const [token, ...more] = found;
  if (!token) throw new KeyFault(`No token is called "${wanted}" (SEAL_PKCS11_TOKEN).`);
  if (more.length > 0) {
    throw new KeyFault(`Two tokens are called "${wanted}"; name one by its serial number.`);
  }
  return token;
}

/**
 * Sends the PIN once.
 *
 * @throws PinRefused
 * @throws CryptokiError
 */
export async function logIn(
  { call }: Cryptoki,
  { handle, pin, as }: { handle: number; pin: string; as: keyof typeof userTypes },
): Promise<void> {
  const bytes = Buffer.from(pin);
  await call("C_Login", handle, userTypes[as], bytes, bytes.length).catch((error: unknown) => {
    const code = codeOf(error);
    if (code === returns.userAlreadyLoggedIn) return;
    if (code !== null && refusals.has(code)) {
      throw new PinRefused("The token does not take the PIN of SEAL_PKCS11_PIN_FILE.");
    }
    throw error;
  });
}

const refusals = new Set<number>([
  returns.pinIncorrect,
  returns.pinInvalid,
  returns.pinLengthRange,
  returns.pinExpired,
  returns.pinLocked,
]);

async function findKey(cryptoki: Cryptoki, session: number, wanted: string): Promise<number> {
  const labelled = await findObjects(cryptoki, session, { class: "privateKey", label: wanted });
  const isHex = /^(?:[0-9a-f]{2}){1,64}$/i.test(wanted);
  const id = Buffer.from(wanted, "hex");
  const found =
    labelled.length > 0 || !isHex
      ? labelled
      : await findObjects(cryptoki, session, { class: "privateKey", id });
  const [key, ...more] = found;
  if (key === undefined) {
    throw new KeyFault(`The token has no private key "${wanted}" (SEAL_PKCS11_KEY).`);
  }
  if (more.length > 0) {
    throw new KeyFault(`The token has two private keys "${wanted}"; name one by its id.`);
  }
  return key;
}

async function kindOf(cryptoki: Cryptoki, session: number, key: number): Promise<Session["kind"]> {
  const type = await readAttribute(cryptoki, session, key, "keyType");
  if (type && Buffer.from(type).equals(cryptoki.words(keyTypes.rsa))) return "rsa";
  if (type && Buffer.from(type).equals(cryptoki.words(keyTypes.ec))) return "ec";
  throw new KeyFault("The token's key is neither RSA nor on an elliptic curve.");
}

function codeOf(error: unknown): number | null {
  return error instanceof CryptokiError ? error.code : null;
}
