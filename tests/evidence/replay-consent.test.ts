import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import type { Exported } from "#src/evidence/replay-account.ts";
import { replayConsent } from "#src/evidence/replay-consent.ts";
import { type Change, entryOf, seen } from "./consent-entry.ts";

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
