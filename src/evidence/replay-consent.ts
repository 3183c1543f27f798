import { createHash, createPublicKey, verify } from "node:crypto";
import { canonicalJson } from "./canonical-json.ts";
import { type Counters, type Exported, expectEnrolled, type Seen } from "./replay-account.ts";
import { replayCertificate } from "./replay-certificate.ts";

/** `stated`: it commits to the whole act, reservations included; consents of earlier releases do not. */
export type Consent = {
  party: string | null;
  method: string;
  weaker: boolean;
  stated: boolean;
  /** The holder of the certificate that signed the statement. */
  holder?: string;
  outOfOrder?: true;
};
const crossing = 2 * 60 * 1000;
/** In base64url except nonce, rpId and origin; older entries lack the last two. */
type Answer = Record<string, string>;
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();
const bytesOf = (text = "") => Buffer.from(text, "base64url");

/** The consent that an entry records, null if it records none; throws if it does not hold. */
export function replayConsent(entry: Exported, seen: Seen): Consent | null {
  const { agreement, act, party, person, detail } = entry;
  if (act === "designate" && detail) {
    seen.signatories.set(`${agreement} ${detail.party}`, detail.signatory);
  }
  if (!detail || !["sign", "record-signature"].includes(act)) return null;
  const method = act === "sign" ? String(detail.method) : "in ink";
  const weaker = !["passkey", "certificate"].includes(method);
  const stated = act === "sign" && "consent" in detail;
  // After the first stated consent all are: a later one of the older kind was inserted.
  if (act === "sign" && seen.stated && !stated) throw new Error("its consent is not stated");
  seen.stated ||= stated;
  const signatory = seen.signatories.get(`${agreement} ${party}`);
  if (stated && signatory && signatory !== person) throw new Error("another was to sign");
  if (stated && method === "passkey") expectEnrolled(entry, detail.passkey, seen);
  const challenges = stated ? [stateAgain(entry, seen.log)] : [];
  const [digest] = challenges.map((one) => bytesOf(one).toString("hex"));
  const byOwnKey = method === "certificate" && digest;
  const holder = byOwnKey ? { holder: replayCertificate(detail, { digest, party }) } : {};
  const inOrder = method !== "passkey" || replay(entry, challenges, seen.counters);
  return {
    party,
    method,
    weaker,
    stated,
    ...holder,
    ...(!inOrder && { outOfOrder: true as const }),
  };
}

const parts = "authority,digest,log,nonce,originals,statement,text,version";
/** The digest of the statement made from the entry's own words; throws if the consent was to another. */
function stateAgain({ agreement, person, party, detail = {} }: Exported, log: string): string {
  const { original, as, binding, reservations = [], passkey } = detail as Record<string, unknown>;
  const { digest, ...kept } = detail.consent as Record<string, unknown>;
  const plain = (reservations as Record<string, unknown>[]).map(({ id: _, ...words }) => words);
  const said = { agreement, person, party, original, as, binding, reservations: plain };
  const words = sha256(canonicalJson({ ...said, ...kept }));
  const covered = Object.entries((kept.originals ?? {}) as Record<string, string>);
  const lines = covered.map(([whose, one]) => `${whose}:${one}\n`).sort();
  const [[whose, only] = []] = covered;
  const isOne = covered.length === 1 && whose === "common";
  const shown = isOne ? only : sha256(lines.join("")).toString("hex");
  const faults: [boolean, string][] = [
    [kept.statement !== "depositary/sign/v2", "its version is unknown"],
    [
      Object.keys({ ...kept, digest })
        .filter((key) => key !== "exchange")
        .sort()
        .join() !== parts,
      "it is not complete",
    ],
    [kept.log !== log, "it was given for another log"],
    [shown !== original, "it is about other originals"],
    [passkey !== undefined && (passkey as Answer).nonce !== kept.nonce, "it is another's"],
    [words.toString("hex") !== digest, "the entry says something else"],
  ];
  const [, fault] = faults.find(([found]) => found) ?? [];
  if (fault) throw new Error(`its consent does not hold: ${fault}`);
  return words.toString("base64url");
}

/** Whether the passkey's counter is above all earlier ones; throws if the answer does not hold. */
function replay(entry: Exported, stated: string[], counters: Counters): boolean {
  const answer = entry.detail?.passkey as Answer;
  const [data, client] = [bytesOf(answer.authenticatorData), bytesOf(answer.clientDataJSON)];
  const said = JSON.parse(client.toString()) as Record<string, unknown>;
  const { agreement, seq, person, detail: { original, as, binding } = {} } = entry;
  const { nonce, credential = "", origin = String(said.origin) } = answer;
  const { rpId = new URL(origin).hostname } = answer;
  const signed = Buffer.concat([data, sha256(client)]);
  const act = { act: "sign", agreement, original, as, binding, person, nonce };
  // Older entries do not say the text's number; each earlier act made at most one.
  const older = Array.from({ length: seq }, (_, nth) =>
    sha256(canonicalJson({ ...act, version: nth + 1 })).toString("base64url"),
  );
  const asked = stated.length > 0 ? stated : older;
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
