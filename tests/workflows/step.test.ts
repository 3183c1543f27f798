import { expect, test } from "vitest";
import type { Act } from "#workflows/acts.ts";
import { type Facts, noFacts } from "#workflows/facts.ts";
import type { Stage } from "#workflows/stage.ts";
import { actsIn, firstStage, stageName, step } from "#workflows/step.ts";
import { memorandum } from "./world.ts";

const two: Facts = {
  ...noFacts,
  terms: memorandum,
  languages: ["en", "ar"],
  parties: ["KZ", "AE"],
  digest: "d1",
  written: ["en", "ar"],
  drafters: { en: "aigerim", ar: "aigerim" },
  signatories: { KZ: "yerlan", AE: "mariam" },
};
const circulated: Stage = { review: "circulated" };
const approve: Act = { type: "approve", by: "yerlan", party: "KZ", digest: "d1" };

/** The stage after the act, or the refusal. */
function after(stage: Stage, facts: Facts, act: Act): string {
  const result = step(stage, facts, act);
  return result.ok ? stageName(result.stage) : result.refusal;
}

test("an agreement begins as a draft that is being edited", () => {
  expect(firstStage()).toEqual({ draft: "editing" });
});

test("a draft cannot be approved, and the refusal says what can be done", () => {
  expect(step({ draft: "editing" }, two, approve)).toEqual({
    ok: false,
    refusal: "wrong-stage",
    allowed: [
      "describe",
      "change-parties",
      "revise-text",
      "submit",
      "designate",
      "withdraw",
      "dismiss-difference",
      "judge-warning",
    ],
  });
});

test("a draft is circulated only when every language has its text", () => {
  const submit: Act = { type: "submit", by: "aigerim" };
  expect(after({ draft: "editing" }, { ...two, written: ["en"] }, submit)).toBe(
    "every-language-has-its-text",
  );
  expect(step({ draft: "editing" }, two, submit)).toEqual({
    ok: true,
    standing: {},
    stage: { review: "circulated" },
    effects: [{ name: "request-review" }],
  });
});

test("the first approval waits for the others and the last one moves on", () => {
  expect(after(circulated, two, approve)).toBe("review.circulated");
  expect(after(circulated, { ...two, approvedBy: ["AE"] }, approve)).toBe("review.concordance");
});

test("an agreement in one language needs no concordance", () => {
  const one = { ...two, languages: ["en"], approvedBy: ["AE"] };
  expect(after(circulated, one, approve)).toBe("review.settled");
});

test("a party approves once, the current text, and only where it takes part", () => {
  expect(after(circulated, { ...two, approvedBy: ["KZ"] }, approve)).toBe("party-has-not-approved");
  expect(after(circulated, { ...two, digest: "d2" }, approve)).toBe("digest-is-current");
  expect(after(circulated, two, { ...approve, party: "US" })).toBe("party-takes-part");
});

test("a request for changes reopens the text, and the same text is not circulated again", () => {
  const request: Act = { type: "request-changes", by: "mariam", party: "AE", reason: "Article 4" };
  expect(after(circulated, two, request)).toBe("review.reconciling");
  const submit: Act = { type: "submit", by: "aigerim" };
  expect(after({ review: "reconciling" }, { ...two, circulated: "d1" }, submit)).toBe(
    "text-changed-since-circulation",
  );
  expect(after({ review: "reconciling" }, { ...two, circulated: "d0" }, submit)).toBe(
    "review.circulated",
  );
});

test("who drafted a language cannot certify it", () => {
  const certify: Act = { type: "certify", by: "aigerim", language: "ar", digest: "d1" };
  const stage: Stage = { review: "concordance" };
  expect(after(stage, two, certify)).toBe("certifier-did-not-draft");
  expect(after(stage, two, { ...certify, by: "daniel" })).toBe("review.concordance");
  expect(after(stage, { ...two, certified: ["en"] }, { ...certify, by: "daniel" })).toBe(
    "review.settled",
  );
});

test("two different officers authenticate, and the text is frozen by the second", () => {
  const authenticate: Act = { type: "authenticate", by: "aigerim", digest: "d1" };
  const stage: Stage = { review: "settled" };
  expect(after(stage, two, authenticate)).toBe("review.settled");
  expect(after(stage, { ...two, authenticatedBy: ["aigerim"] }, authenticate)).toBe(
    "officer-has-not-authenticated",
  );
  expect(after(stage, { ...two, signatories: { KZ: "yerlan" } }, authenticate)).toBe(
    "signatories-designated",
  );
  expect(step(stage, { ...two, authenticatedBy: ["daniel"] }, authenticate)).toEqual({
    ok: true,
    standing: {},
    stage: { sign: "authenticated" },
    effects: [{ name: "typeset-originals" }],
  });
});

test("the text cannot be revised once it is authenticated", () => {
  const revise: Act = { type: "revise-text", by: "aigerim", languages: ["en"] };
  const later: Stage[] = [{ sign: "authenticated" }, { sign: "open" }, { sign: "sealing" }];
  for (const stage of later) expect(after(stage, two, revise)).toBe("wrong-stage");
});

test("signing opens by two officers and not before the original is typeset", () => {
  const open: Act = {
    type: "open-signing",
    by: "daniel",
    plan: { closesAt: null, groups: [], quorum: null },
  };
  const stage: Stage = { sign: "authenticated" };
  expect(after(stage, two, open)).toBe("original-typeset");
  const typeset = { ...two, original: "o1" };
  expect(after(stage, typeset, open)).toBe("sign.authenticated");
  expect(after(stage, { ...typeset, openedBy: ["aigerim"] }, open)).toBe("sign.open");
});

test("only the designated signatory signs, once, and only the original that was shown", () => {
  const facts = { ...two, original: "o1" };
  const sign: Extract<Act, { type: "sign" }> = {
    type: "sign",
    by: "yerlan",
    party: "KZ",
    original: "o1",
    at: "2026-11-23T12:00:00.000Z",
    on: "2026-11-23",
    as: "definitive",
    binding: false,
    reserves: false,
  };
  expect(after({ sign: "open" }, facts, { ...sign, by: "aide" })).toBe("designated-signatory");
  expect(after({ sign: "open" }, facts, { ...sign, original: "o2" })).toBe(
    "original-is-the-one-shown",
  );
  expect(after({ sign: "open" }, { ...facts, signedBy: ["KZ"] }, sign)).toBe(
    "party-has-not-signed",
  );
  expect(after({ sign: "open" }, facts, sign)).toBe("sign.open");
  expect(step({ sign: "open" }, { ...facts, standing: { AE: "signedDefinitive" } }, sign)).toEqual({
    ok: true,
    standing: { KZ: "signedDefinitive" },
    stage: { sign: "sealing" },
    effects: [{ name: "seal-instrument" }],
  });
});

test("a failed seal waits to be ordered again and nothing is published unsealed", () => {
  const failed: Act = { type: "report-seal-failed", by: "service", reason: "no key" };
  expect(after({ sign: "sealing" }, two, failed)).toBe("sign.sealFailed");
  expect(actsIn({ sign: "sealFailed" }, two)).toEqual(["retry-seal"]);
  expect(actsIn({ sign: "sealing" }, two)).not.toContain("publish");
});

test("a seal over another original is refused", () => {
  const sealed: Act = { type: "report-sealed", by: "service", original: "o2" };
  expect(after({ sign: "sealing" }, { ...two, original: "o1" }, sealed)).toBe(
    "original-is-the-one-shown",
  );
});

test("a sealed agreement is published once", () => {
  const facts = { ...two, original: "o1" };
  const sealed = step({ sign: "sealing" }, facts, {
    type: "report-sealed",
    by: "service",
    original: "o1",
  });
  if (!sealed.ok) throw new Error(sealed.refusal);
  expect(stageName(sealed.stage)).toBe("publish");
  const published = step(sealed.stage, facts, { type: "publish", by: "aigerim" });
  if (!published.ok) throw new Error(published.refusal);
  expect(published.stage).toMatchObject({ publish: { dissemination: "published" } });
  expect(after(published.stage, facts, { type: "publish", by: "aigerim" })).toBe("wrong-stage");
});

test("a stage that the machine does not know is a fault, not a refusal", () => {
  expect(() => step({ review: "limbo" } as Stage, two, approve)).toThrow();
});
