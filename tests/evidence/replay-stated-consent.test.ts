import { expect, test } from "vitest";
import { canonicalJson } from "#src/evidence/canonical-json.ts";
import { type Exported, replayAccount } from "#src/evidence/replay-account.ts";
import { replayConsent } from "#src/evidence/replay-consent.ts";
import { cose, entryOf, hash, log, person, seen } from "./consent-entry.ts";

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

test("after the first stated consent none of the older kind is accepted, by any method", () => {
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
