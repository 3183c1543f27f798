import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { expect, test } from "vitest";
import { canonicalJson } from "#src/evidence/canonical-json.ts";
import { type Counters, type Exported, replayConsent } from "#src/evidence/replay-consent.ts";

const hash = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

type Change = Partial<{
  commitment: object;
  client: object;
  rpId: string;
  flags: number;
  count: number;
  key: KeyObject;
  detail: object;
  passkey: object;
}>;

/** An entry that records a consent by passkey, signed as a browser would, with something about it changed. */
function entryOf(change: Change = {}): Exported {
  const agreement = "6cc70000-0000-4000-8000-000000000001";
  const person = "6cc70000-0000-4000-8000-000000000002";
  const signed = { original: "a".repeat(64), as: "definitive", binding: true };
  const nonce = "6cc70000-0000-4000-8000-000000000003";
  const commitment = { act: "sign", agreement, ...signed, person, nonce, version: 3 };
  const challenge = hash(canonicalJson({ ...commitment, ...change.commitment }));
  const origin = "https://depositary.example";
  const client = { type: "webauthn.get", challenge: challenge.toString("base64url"), origin };
  const clientDataJSON = Buffer.from(JSON.stringify({ ...client, ...change.client }));
  const count = Buffer.alloc(4);
  count.writeUInt32BE(change.count ?? 7);
  const rpIdHash = hash(change.rpId ?? "depositary.example");
  const authenticatorData = Buffer.concat([rpIdHash, Buffer.from([change.flags ?? 5]), count]);
  const answered = Buffer.concat([authenticatorData, hash(clientDataJSON)]);
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const cose = Buffer.concat([
    Buffer.from("a5010203262001215820", "hex"),
    Buffer.from(x, "base64url"),
    Buffer.from("225820", "hex"),
    Buffer.from(y, "base64url"),
  ]);
  const passkey = {
    nonce,
    credential: "one",
    rpId: "depositary.example",
    origin,
    publicKey: cose.toString("base64url"),
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

test("a passkey's answer about this act is a consent", () => {
  const consent = { party: "KZ", method: "passkey", weaker: false };
  expect(replayConsent(entryOf(), new Map())).toMatchObject(consent);
});

test("an answer from before the site was kept is held against the site it names", () => {
  const { detail, ...entry } = entryOf();
  const {
    rpId: _,
    origin: __,
    ...passkey
  } = { ...(detail?.passkey as object) } as Record<string, unknown>;
  const older = { ...entry, detail: { ...detail, passkey } } as Exported;
  expect(replayConsent(older, new Map())).toMatchObject({ weaker: false });
});

const other = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
const cases: [string, Change, string][] = [
  ["another agreement", { commitment: { agreement: "x" } }, "challenge is not this act"],
  ["another text", { commitment: { original: "b".repeat(64) } }, "challenge is not this act"],
  ["another person", { commitment: { person: "x" } }, "challenge is not this act"],
  ["another form", { commitment: { as: "ad-referendum" } }, "challenge is not this act"],
  ["not being binding", { commitment: { binding: false } }, "challenge is not this act"],
  ["another act", { commitment: { act: "withdraw" } }, "challenge is not this act"],
  ["a version beyond all acts", { commitment: { version: 15 } }, "challenge is not this act"],
  ["another nonce", { commitment: { nonce: "x" } }, "challenge is not this act"],
  ["what the entry says otherwise", { detail: { binding: false } }, "challenge is not this act"],
  ["a registration", { client: { type: "webauthn.create" } }, "no answer of a passkey"],
  ["another site", { client: { origin: "https://evil.example" } }, "given at another site"],
  ["a page within another", { client: { crossOrigin: true } }, "given at another site"],
  ["a passkey of another site", { rpId: "evil.example" }, "passkey is of another site"],
  ["a user who was not verified", { flags: 1 }, "did not verify its user"],
  ["a user who was not there", { flags: 4 }, "did not verify its user"],
  ["another key", { key: other }, "signature is not the passkey's"],
  [
    "a signature that is none",
    { passkey: { signature: "AAAA" } },
    "signature is not the passkey's",
  ],
];
test.each(cases)("an answer about %s is none", (_, change, reason) => {
  expect(() => replayConsent(entryOf(change), new Map())).toThrow(reason);
});

test.each(["authenticatorData", "clientDataJSON", "publicKey", "signature"])(
  "an answer whose %s is cut, changed or missing is none",
  (field) => {
    const { detail } = entryOf();
    const whole = (detail?.passkey as Record<string, string> | undefined)?.[field] ?? "";
    const changed = Buffer.from(whole, "base64url").map((byte, at) =>
      at === 30 ? byte ^ 1 : byte,
    );
    for (const value of [
      "",
      whole.slice(0, -8),
      Buffer.from(changed).toString("base64url"),
      undefined,
    ]) {
      expect(() => replayConsent(entryOf({ passkey: { [field]: value } }), new Map())).toThrow();
    }
  },
);

test("a copied passkey shows by its counter, and a passkey without one does not", () => {
  const counters: Counters = new Map();
  replayConsent(entryOf({ count: 7 }), counters);
  replayConsent(entryOf({ count: 8 }), counters);
  for (const count of [8, 1, 0]) {
    const copied = new Map(counters);
    const later = { ...entryOf({ count }), at: "2027-06-01T00:00:00.000Z" };
    expect(() => replayConsent(later, copied)).toThrow("counter did not advance");
  }
  const none: Counters = new Map();
  replayConsent(entryOf({ count: 0 }), none);
  expect(replayConsent(entryOf({ count: 0 }), none)).toMatchObject({ weaker: false });
});

test("two consents at about one time may come in either order, and no counter comes twice", () => {
  const counters: Counters = new Map();
  replayConsent(entryOf({ count: 8 }), counters);
  expect(replayConsent(entryOf({ count: 7 }), counters)).toMatchObject({ outOfOrder: true });
  expect(() => replayConsent(entryOf({ count: 7 }), counters)).toThrow("counter did not advance");
  expect(replayConsent(entryOf({ count: 9 }), counters)).not.toHaveProperty("outOfOrder");
});

test("a consent by account or in ink is the weaker method, and other acts are none", () => {
  const { detail: _, ...entry } = entryOf();
  const by = (act: string, detail?: Record<string, unknown>) =>
    replayConsent({ ...entry, act, ...(detail && { detail }) } as Exported, new Map());
  expect(by("sign", { method: "account" })).toMatchObject({ method: "account", weaker: true });
  expect(by("record-signature", {})).toMatchObject({ method: "in ink", weaker: true });
  expect(by("approve", {})).toBeNull();
  expect(by("sign")).toBeNull();
});
