import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { expect, test } from "vitest";
import { canonicalJson } from "#src/evidence/canonical-json.ts";
import { replayAccount } from "#src/evidence/replay-account.ts";
import { type Exported, replayConsent, type Seen } from "#src/evidence/replay-consent.ts";

const hash = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

const log = "depositary.example/evidence";
const cose = Buffer.concat([
  Buffer.from("a5010203262001215820", "hex"),
  Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url"),
  Buffer.from("225820", "hex"),
  Buffer.from(publicKey.export({ format: "jwk" }).y ?? "", "base64url"),
]).toString("base64url");
const person = "6cc70000-0000-4000-8000-000000000002";
const seen = (): Seen => ({
  log,
  counters: new Map(),
  stated: false,
  keys: new Map([["one", { person, publicKey: cose, from: 0, until: Number.POSITIVE_INFINITY }]]),
  signatories: new Map(),
});

type Change = Partial<{
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

/** A consent as releases up to this one kept it, signed as a browser would, with something about it changed. */
function entryOf(change: Change = {}): Exported {
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

test("a passkey's answer about this act is a consent", () => {
  const consent = { party: "KZ", method: "passkey", weaker: false };
  expect(replayConsent(entryOf(), seen())).toMatchObject(consent);
});

test("an answer from before the site was kept is held against the site it names", () => {
  const { detail, ...entry } = entryOf();
  const {
    rpId: _,
    origin: __,
    ...passkey
  } = { ...(detail?.passkey as object) } as Record<string, unknown>;
  const older = { ...entry, detail: { ...detail, passkey } } as Exported;
  expect(replayConsent(older, seen())).toMatchObject({ weaker: false });
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
  expect(() => replayConsent(entryOf(change), seen())).toThrow(reason);
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
      expect(() => replayConsent(entryOf({ passkey: { [field]: value } }), seen())).toThrow();
    }
  },
);

test("a copied passkey shows by its counter, and a passkey without one does not", () => {
  const before = () => {
    const known = seen();
    for (const count of [7, 8]) replayConsent(entryOf({ count }), known);
    return known;
  };
  for (const count of [8, 1, 0]) {
    const later = { ...entryOf({ count }), at: "2027-06-01T00:00:00.000Z" };
    expect(() => replayConsent(later, before())).toThrow("counter did not advance");
  }
  const none = seen();
  replayConsent(entryOf({ count: 0 }), none);
  expect(replayConsent(entryOf({ count: 0 }), none)).toMatchObject({ weaker: false });
});

test("two consents at about one time may come in either order, and no counter comes twice", () => {
  const known = seen();
  expect(replayConsent(entryOf({ count: 8 }), known)).not.toHaveProperty("outOfOrder");
  expect(replayConsent(entryOf({ count: 7 }), known)).toMatchObject({ outOfOrder: true });
  expect(() => replayConsent(entryOf({ count: 7 }), known)).toThrow("counter did not advance");
  expect(replayConsent(entryOf({ count: 9 }), known)).not.toHaveProperty("outOfOrder");
});

test("a consent by account or in ink is the weaker method, and other acts are none", () => {
  const { detail: _, ...entry } = entryOf();
  const by = (act: string, detail?: Record<string, unknown>) =>
    replayConsent({ ...entry, act, ...(detail && { detail }) } as Exported, seen());
  expect(by("sign", { method: "account" })).toMatchObject({ method: "account", weaker: true });
  expect(by("record-signature", {})).toMatchObject({ method: "in ink", weaker: true });
  expect(by("approve", {})).toBeNull();
  expect(by("sign")).toBeNull();
});

const sha = (text: string) => hash(text).toString("hex");
const [kz, ae] = [sha("KZ"), sha("AE")];
const original = sha([`AE:${ae}\n`, `KZ:${kz}\n`].join(""));

/** The words of a consent that is stated, without its digest. */
function statedWords() {
  const { agreement, person, party, detail = {} } = entryOf();
  const { nonce } = detail.passkey as Record<string, string>;
  return {
    said: { agreement, person, party, original, as: "ad-referendum", binding: true },
    reservations: [
      { kind: "reservation", language: "en", text: "Article 2 does not apply.", articles: [2] },
      { kind: "declaration", language: "kk", text: "Біз солай оқимыз.", articles: [] },
    ],
    kept: {
      statement: "depositary/sign/v2",
      log,
      version: 3,
      text: sha("text"),
      originals: { KZ: kz, AE: ae },
      authority: { kind: "full-powers", credential: "6cc70000-0000-4000-8000-000000000004" },
      nonce,
    },
  };
}

/** An entry of a passkey that answered to this statement, and says what the second one says. */
function statedEntry(signed: ReturnType<typeof statedWords>, shown = signed): Exported {
  const { said, reservations, kept } = signed;
  const digest = hash(canonicalJson({ ...said, reservations, ...kept }));
  const entry = entryOf({ challenge: digest });
  const { agreement, person, party, ...form } = shown.said;
  const lodged = shown.reservations.map((one, nth) => ({ id: `id-${nth}`, ...one }));
  const consent = { ...shown.kept, digest: digest.toString("hex") };
  const { passkey } = entry.detail as { passkey: object };
  const detail = { method: "passkey", passkey, ...form, reservations: lodged, consent };
  return { ...entry, agreement, person, party, detail } as Exported;
}

/** Each single change of a value: of a text, a number, a flag, a list or any field within. */
function* changesOf(value: unknown): Generator<unknown> {
  if (typeof value === "string") yield `${value}x`;
  else if (typeof value === "number") yield value + 1;
  else if (typeof value === "boolean") yield !value;
  else if (Array.isArray(value)) {
    if (value.length > 0) yield value.slice(1);
    if (value.length > 1) yield value.toReversed();
    yield [...value, 7];
    for (const [at, one] of value.entries()) {
      for (const changed of changesOf(one)) yield value.with(at, changed);
    }
  } else {
    for (const [name, one] of Object.entries(value as object)) {
      const { [name]: _, ...rest } = value as Record<string, unknown>;
      yield rest;
      for (const changed of changesOf(one)) yield { ...rest, [name]: changed };
    }
  }
}

test("a consent that is stated is built again from its entry, with its reservations", () => {
  const consent = { party: "KZ", method: "passkey", weaker: false, stated: true };
  expect(replayConsent(statedEntry(statedWords()), seen())).toEqual(consent);
});

test("each word of the statement is held by the passkey's answer, changed one at a time", () => {
  const words = statedWords();
  let changes = 0;
  for (const changed of changesOf(words)) {
    const other = changed as ReturnType<typeof statedWords>;
    if (!other.said || !other.kept || !other.reservations) continue;
    // What the entry says was not signed, and what was signed the entry does not say.
    expect(() => replayConsent(statedEntry(words, other), seen())).toThrow(
      /does not hold|not known/,
    );
    const { digest: _, ...honest } = other.kept as Record<string, unknown>;
    const made = hash(
      canonicalJson({ ...other.said, reservations: other.reservations, ...honest }),
    );
    const entry = statedEntry(words, other);
    const consent = { ...(entry.detail?.consent as object), digest: made.toString("hex") };
    const forged = { ...entry, detail: { ...entry.detail, consent } };
    expect(() => replayConsent(forged, seen())).toThrow(/does not hold|not known/);
    changes++;
  }
  expect(changes).toBeGreaterThan(40);
});

test("a stated consent of another log, or whose version is cut or unknown, is none", () => {
  const entry = statedEntry(statedWords());
  const elsewhere = { ...seen(), log: "another.example/evidence" };
  expect(() => replayConsent(entry, elsewhere)).toThrow("given for another log");
  const { consent, ...older } = entry.detail as Record<string, unknown>;
  expect(() => replayConsent({ ...entry, detail: older }, seen())).toThrow("not this act");
  const later = { ...(consent as object), statement: "depositary/sign/v3" };
  const unknown = { ...entry, detail: { ...older, consent: later } };
  expect(() => replayConsent(unknown, seen())).toThrow("its version is unknown");
});

test("after the first stated consent none of the older kind is taken, whatever its method", () => {
  const known = seen();
  expect(replayConsent(entryOf({ count: 6 }), known)).toMatchObject({ stated: false });
  replayConsent(statedEntry(statedWords()), known);
  expect(() => replayConsent(entryOf({ count: 9 }), known)).toThrow("is not stated");
  const byCode = { ...entryOf(), detail: { method: "code" } } as Exported;
  expect(() => replayConsent(byCode, known)).toThrow("is not stated");
});

test("a stated consent holds only by a passkey that the log knows as the person's, then", () => {
  const entry = { ...statedEntry(statedWords()), log: { index: 20, proof: [] } };
  const after = (account: string, detail: object, index: number, known = seen()) => {
    replayAccount({ account, detail, log: { index, proof: [] } } as unknown as Exported, known);
    return known;
  };
  const none = () => ({ ...seen(), keys: new Map() });
  const added = { added: [{ credential: "one", publicKey: cose }] };
  expect(replayConsent(entry, after(person, added, 19, none()))).toMatchObject({ stated: true });
  expect(() => replayConsent(entry, none())).toThrow("not known as the person's");
  expect(() => replayConsent(entry, after(person, added, 21, none()))).toThrow("not known");
  expect(() => replayConsent(entry, after("another", added, 19, none()))).toThrow("not known");
  const other = { added: [{ credential: "one", publicKey: "AAAA" }] };
  expect(() => replayConsent(entry, after(person, other, 19, none()))).toThrow("not known");
  const removed = { removed: ["one"] };
  expect(() => replayConsent(entry, after(person, removed, 19))).toThrow("had been removed");
  expect(replayConsent(entry, after(person, removed, 21))).toMatchObject({ stated: true });
  expect(() => after(person, added, 5)).toThrow("was there already");
  expect(() => after("another", removed, 5)).toThrow("was not there");
});

test("a stated consent of another than who was last designated is none", () => {
  const known = seen();
  const names = (signatory: string) => {
    const detail = { party: "KZ", signatory };
    replayConsent({ ...entryOf(), act: "designate", detail } as Exported, known);
  };
  names("another");
  expect(() => replayConsent(statedEntry(statedWords()), known)).toThrow("another was to sign");
  names(person);
  expect(replayConsent(statedEntry(statedWords()), known)).toMatchObject({ stated: true });
});
