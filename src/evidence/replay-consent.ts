import { createHash, createPublicKey, type KeyObject, verify } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";

/** An entry as an export gives it; without `detail` where the reader sees only a part of it. */
export type Exported = { agreement: string; seq: number; act: string; at: string; hash: string } & {
  [field: string]: unknown;
  detail?: Record<string, unknown>;
};
export type Consent = {
  party: unknown;
  person: unknown;
  act: string;
  method: string;
  weaker: boolean;
};

type Answer = Record<"nonce" | "credential" | "publicKey" | "signature", string> &
  Record<"clientDataJSON" | "authenticatorData", string> & { rpId?: string; origin?: string };

const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();

/**
 * The consent that an entry records, null where it records none. A passkey's answer is checked anew
 * (WebAuthn section 7.2); `counters` keeps each passkey's count from entry to entry. Throws with the reason
 * where the answer is not about this act.
 */
export function replayConsent(entry: Exported, counters: Map<string, number>): Consent | null {
  const { act, party, person, detail } = entry;
  if (!detail || (act !== "sign" && act !== "record-signature")) return null;
  const method = act === "sign" ? String(detail.method) : "in ink";
  if (method === "passkey") replay(entry, detail.passkey as Answer, counters);
  return { party, person, act, method, weaker: method !== "passkey" };
}

function replay(entry: Exported, answer: Answer, counters: Map<string, number>): void {
  const [data, client, key, signature] = (
    ["authenticatorData", "clientDataJSON", "publicKey", "signature"] as const
  ).map((name) => Buffer.from(answer[name], "base64url")) as [Buffer, Buffer, Buffer, Buffer];
  const said = JSON.parse(client.toString()) as Record<string, unknown>;
  const { original, as, binding } = entry.detail ?? {};
  const committed = { act: "sign", agreement: entry.agreement, original, as, binding };
  const challenge = (version: number) =>
    sha256(
      canonicalJson({ ...committed, version, person: entry.person, nonce: answer.nonce }),
    ).toString("base64url");
  // The number of the text is not in the entry; each act makes one at most.
  const versions = Array.from({ length: entry.seq }, (_, nth) => nth + 1);
  const { origin = String(said.origin), rpId = URL.parse(String(said.origin))?.hostname ?? "" } =
    answer;
  const flags = data[32] ?? 0;
  const count = data.length < 37 ? 0 : data.readUInt32BE(33);
  const before = counters.get(answer.credential) ?? 0;
  const { hash, publicKey } = readKey(key);
  const signed = Buffer.concat([data, sha256(client)]);
  const faults: [boolean, string][] = [
    [said.type !== "webauthn.get", "it is no answer of a passkey"],
    [!versions.some((one) => challenge(one) === said.challenge), "its challenge is not this act"],
    [said.origin !== origin || said.crossOrigin === true, "it was given at another site"],
    [!sha256(rpId).equals(data.subarray(0, 32)), "the passkey is of another site"],
    [(flags & 5) !== 5, "the passkey did not verify its user"],
    [(count > 0 || before > 0) && count <= before, "the passkey's counter did not advance"],
    [!verify(hash, signed, publicKey, signature), "its signature is not the passkey's"],
  ];
  counters.set(answer.credential, count);
  const fault = faults.find(([found]) => found);
  if (fault) throw new Error(`the passkey's answer does not hold: ${fault[1]}`);
}

/** A COSE key (RFC 9052, 7): a map of small numbers to numbers and bytes; P-256, RSA or Ed25519. */
function readKey(cose: Buffer): { hash: "sha256" | null; publicKey: KeyObject } {
  let at = 1;
  const item = (): number | Buffer => {
    const byte = cose[at++] ?? 0;
    const size = Math.max(0, (byte & 31) - 23);
    const value = size === 0 ? byte & 31 : cose.readUIntBE(at, size);
    at += size + (byte >> 5 === 2 ? value : 0);
    if (byte >> 5 === 2) return cose.subarray(at - value, at);
    return byte >> 5 === 1 ? -1 - value : value;
  };
  const pairs = Array.from({ length: (cose[0] ?? 0) & 31 }, () => [item(), item()] as const);
  const part = (label: number) =>
    Buffer.from(pairs.find(([name]) => name === label)?.[1] as Buffer).toString("base64url");
  const type = pairs.find(([label]) => label === 1)?.[1];
  const jwk =
    type === 3
      ? { kty: "RSA", n: part(-1), e: part(-2) }
      : type === 2
        ? { kty: "EC", crv: "P-256", x: part(-2), y: part(-3) }
        : { kty: "OKP", crv: "Ed25519", x: part(-2) };
  const publicKey = createPublicKey({ key: jwk, format: "jwk" });
  return { hash: type === 1 ? null : "sha256", publicKey };
}
