import { X509Certificate } from "node:crypto";
import type { SealKey } from "../../seal-key.ts";
import { KeyFault, KeyUnavailable } from "../key-fault.ts";
import { orderChain } from "../order-chain.ts";
import { type Cryptoki, loadCryptoki } from "./cryptoki.ts";
import { findObjects, readAttribute } from "./find-objects.ts";
import { inTurn } from "./in-turn.ts";
import { openSession, PinRefused, type Session, type TokenPlace } from "./open-session.ts";
import { chooseWay, signOnToken, type Way } from "./sign-on-token.ts";

export type TokenOptions = TokenPlace & {
  /** The PKCS #11 module: a shared library from the token's maker. */
  module: string;
  /** DER; read from the token, beside the key, unless given. */
  certificate: Uint8Array | null;
  /** DER; the certificates on the token are used too. */
  chain: Uint8Array[];
  /** The longest time for one signature; 30 s unless given. */
  milliseconds?: number;
};

/**
 * A key that never leaves its token, by PKCS #11: an HSM, a smart card or SoftHSM. Makes signatures one after another.
 * Reopens a lost session, once per signature; never resends a refused PIN.
 *
 * @throws KeyFault if module, token, key or certificate are missing, or the PIN is wrong
 */
export async function openTokenKey(options: TokenOptions): Promise<SealKey> {
  const cryptoki = await loadCryptoki(options.module);
  const turn = inTurn(options.module, options.milliseconds ?? 30_000);
  const first = await turn(() => open(cryptoki, options)).catch((error: unknown) => {
    if (error instanceof KeyFault) throw error;
    throw new KeyFault(`The token "${options.token}" cannot be used: ${messageOf(error)}.`);
  });
  let opened: Opened | null = first;
  let refused: PinRefused | null = null;
  const sign = async (bytes: Uint8Array) => {
    if (refused) throw refused;
    if (opened) {
      try {
        return await make(cryptoki, opened, options, bytes);
      } catch (error) {
        if (error instanceof PinRefused) throw error;
      }
    }
    // The session was lost, or the token was away: start once more from the beginning.
    opened = null;
    opened = await reopen(cryptoki, options);
    return make(cryptoki, opened, options, bytes);
  };
  return {
    certificate: first.certificate,
    chain: first.chain,
    trusted: true,
    sign: (bytes) =>
      turn(() => sign(bytes)).catch((error: unknown) => {
        if (error instanceof PinRefused) refused = error;
        throw new KeyUnavailable(`The token gave no signature: ${messageOf(error)}`);
      }),
  };
}

type Opened = { session: Session; way: Way; certificate: Uint8Array; chain: Uint8Array[] };

/** Makes the module forget everything first, so that it looks for tokens again. */
async function reopen(cryptoki: Cryptoki, options: TokenOptions): Promise<Opened> {
  await cryptoki.call("C_Finalize", null).catch(() => {});
  return open(cryptoki, options);
}

async function open(cryptoki: Cryptoki, options: TokenOptions): Promise<Opened> {
  const session = await openSession(cryptoki, options);
  const certificate = options.certificate ?? (await certificateOf(cryptoki, session));
  const heap = [...options.chain, ...(await allCertificates(cryptoki, session))];
  return {
    session,
    way: await chooseWay(cryptoki, session),
    certificate,
    chain: orderChain(certificate, heap),
  };
}

function make(
  cryptoki: Cryptoki,
  { session, way }: Opened,
  { pin }: TokenOptions,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  return signOnToken(cryptoki, session, way, { bytes, pin });
}

/** The certificate with the key's id, as tokens pair them. */
async function certificateOf(cryptoki: Cryptoki, session: Session): Promise<Uint8Array> {
  const { handle, keyId } = session;
  const wanted = { class: "certificate", ...(keyId && { id: keyId }) } as const;
  const [object] = keyId ? await findObjects(cryptoki, handle, wanted) : [];
  const found = object === undefined ? null : await readCertificate(cryptoki, handle, object);
  if (found) return found;
  throw new KeyFault("The token has no certificate beside the key: set SEAL_CERT_FILE.");
}

async function allCertificates(cryptoki: Cryptoki, { handle }: Session): Promise<Uint8Array[]> {
  const found: Uint8Array[] = [];
  for (const object of await findObjects(cryptoki, handle, { class: "certificate" })) {
    const certificate = await readCertificate(cryptoki, handle, object);
    if (certificate) found.push(certificate);
  }
  return found;
}

async function readCertificate(cryptoki: Cryptoki, session: number, object: number) {
  const value = await readAttribute(cryptoki, session, object, "value");
  try {
    return value && new Uint8Array(new X509Certificate(value).raw);
  } catch {
    return null;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
