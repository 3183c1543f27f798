import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { canonicalJson } from "#src/evidence/canonical-json.ts";
import type { Exported, Seen } from "#src/evidence/replay-account.ts";

export const hash = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
export const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

export const log = "depositary.example/evidence";
export const cose = Buffer.concat([
  Buffer.from("a5010203262001215820", "hex"),
  Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url"),
  Buffer.from("225820", "hex"),
  Buffer.from(publicKey.export({ format: "jwk" }).y ?? "", "base64url"),
]).toString("base64url");
export const person = "6cc70000-0000-4000-8000-000000000002";
export const seen = (): Seen => ({
  log,
  counters: new Map(),
  stated: false,
  keys: new Map([["one", { person, publicKey: cose, from: 0, until: Number.POSITIVE_INFINITY }]]),
  signatories: new Map(),
});

export type Change = Partial<{
  commitment: object;
  challenge: Buffer;
  client: object;
  rpId: string;
  flags: number;
  count: number;
  key: KeyObject;
  detail: object;
  passkey: object;
}>;

/** A consent as releases before 29 November 2026 kept it, signed as a browser would, with something about it changed. */
export function entryOf(change: Change = {}): Exported {
  const agreement = "6cc70000-0000-4000-8000-000000000001";
  const signed = { original: "a".repeat(64), as: "definitive", binding: true };
  const nonce = "6cc70000-0000-4000-8000-000000000003";
  const commitment = { act: "sign", agreement, ...signed, person, nonce, version: 3 };
  const older = hash(canonicalJson({ ...commitment, ...change.commitment }));
  const challenge = change.challenge ?? older;
  const origin = "https://depositary.example";
  const client = { type: "webauthn.get", challenge: challenge.toString("base64url"), origin };
  const clientDataJSON = Buffer.from(JSON.stringify({ ...client, ...change.client }));
  const count = Buffer.alloc(4);
  count.writeUInt32BE(change.count ?? 7);
  const rpIdHash = hash(change.rpId ?? "depositary.example");
  const authenticatorData = Buffer.concat([rpIdHash, Buffer.from([change.flags ?? 5]), count]);
  const answered = Buffer.concat([authenticatorData, hash(clientDataJSON)]);
  const passkey = {
    nonce,
    credential: "one",
    rpId: "depositary.example",
    origin,
    publicKey: cose,
    clientDataJSON: clientDataJSON.toString("base64url"),
    authenticatorData: authenticatorData.toString("base64url"),
    signature: sign("sha256", answered, change.key ?? privateKey).toString("base64url"),
    ...change.passkey,
  };
  const detail = { ...signed, method: "passkey", ...change.detail, passkey };
  const at = "2026-11-23T10:00:00.000Z";
  return {
    agreement,
    seq: 14,
    act: "sign",
    at,
    hash: "",
    previous: "",
    log: null,
    party: "KZ",
    person,
    detail,
  };
}
