import { createHash, createPublicKey, verify } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";

/** An entry as an export gives it; without `detail` where the reader sees only a part of it. */
export type Exported = Record<"agreement" | "act" | "at" | "hash" | "previous", string> & {
  seq: number;
  person?: string | null;
  party: string | null;
  detail?: Record<string, unknown>;
  log: { index: number; proof: string[] } | null;
};
export type Consent = { party: string | null; method: string; weaker: boolean; outOfOrder?: true };
/** What each passkey has counted to, and when; two answers may cross within their challenge's two minutes. */
export type Counters = Map<string, { count: number; at: number }[]>;
const crossing = 2 * 60 * 1000;

/** In base64url but nonce, rpId and origin; older entries do not keep the last two. */
type Answer = Record<string, string>;
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();
const bytesOf = (text = "") => Buffer.from(text, "base64url");

/** The consent that an entry records, null where it records none; throws where a passkey's does not hold. */
export function replayConsent(entry: Exported, counters: Counters): Consent | null {
  const { act, party, detail } = entry;
  if (!detail || !["sign", "record-signature"].includes(act)) return null;
  const method = act === "sign" ? String(detail.method) : "in ink";
  const weaker = !["passkey", "certificate"].includes(method);
  const inOrder = method !== "passkey" || replay(entry, detail.passkey as Answer, counters);
  return { party, method, weaker, ...(!inOrder && { outOfOrder: true as const }) };
}

/** Whether the passkey's counter is above all earlier ones; throws where the answer does not hold. */
function replay(entry: Exported, answer: Answer, counters: Counters): boolean {
  const [data, client] = [bytesOf(answer.authenticatorData), bytesOf(answer.clientDataJSON)];
  const said = JSON.parse(client.toString()) as Record<string, unknown>;
  const { agreement, seq, person, detail: { original, as, binding } = {} } = entry;
  const { nonce, credential = "", origin = String(said.origin) } = answer;
  const { rpId = new URL(origin).hostname } = answer;
  const signed = Buffer.concat([data, sha256(client)]);
  const act = { act: "sign", agreement, original, as, binding, person, nonce };
  // The number of the text is not in the entry; each act before it made one at most.
  const asked = Array.from({ length: seq }, (_, nth) =>
    sha256(canonicalJson({ ...act, version: nth + 1 })).toString("base64url"),
  );
  const [count, at] = [data.readUInt32BE(33), Date.parse(entry.at)];
  const seen = counters.get(credential) ?? [];
  const above = seen.filter((one) => one.count >= Math.max(count, 1));
  const isCopy = ({ count: own, at: then }: (typeof seen)[number]) =>
    count === 0 || own === count || Math.abs(then - at) > crossing;
  const faults: [boolean, string][] = [
    [said.type !== "webauthn.get", "it is no answer of a passkey"],
    [!asked.includes(String(said.challenge)), "its challenge is not this act"],
    [said.origin !== origin || said.crossOrigin === true, "it was given at another site"],
    [!sha256(rpId).equals(data.subarray(0, 32)), "the passkey is of another site"],
    [((data[32] ?? 0) & 5) !== 5, "the passkey did not verify its user"],
    [above.some(isCopy), "the passkey's counter did not advance"],
    [!isSigned(signed, answer), "its signature is not the passkey's"],
  ];
  counters.set(credential, [...seen, { count, at }]);
  const [, fault] = faults.find(([found]) => found) ?? [];
  if (fault) throw new Error(`the passkey's answer does not hold: ${fault}`);
  return above.length === 0;
}

/** The key is COSE (RFC 9052, 7), a map of small numbers to numbers and bytes: P-256, RSA or Ed25519. */
function isSigned(signed: Buffer, { publicKey, signature }: Answer): boolean {
  const cose = bytesOf(publicKey);
  let at = 1;
  const item = () => {
    const byte = cose.readUInt8(at++);
    const size = Math.max(0, (byte & 31) - 23);
    const value = size === 0 ? byte & 31 : cose.readUIntBE(at, size);
    at += size + (byte >> 5 === 2 ? value : 0);
    if (byte >> 5 === 2) return cose.toString("base64url", at - value, at);
    return byte >> 5 === 1 ? -1 - value : value;
  };
  const parts = new Map(Array.from({ length: cose.readUInt8(0) & 31 }, () => [item(), item()]));
  const [type, n, x, y] = [1, -1, -2, -3].map((label) => parts.get(label));
  const ec = { kty: "EC", crv: "P-256", x, y };
  const jwk =
    type === 3 ? { kty: "RSA", n, e: x } : type === 2 ? ec : { kty: "OKP", crv: "Ed25519", x };
  const key = createPublicKey({ key: jwk as { kty: string }, format: "jwk" });
  return verify(type === 1 ? null : "sha256", signed, key, bytesOf(signature));
}
