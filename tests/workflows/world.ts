import fc from "fast-check";
import type { Act } from "#workflows/acts.ts";
import { type Facts, noFacts } from "#workflows/facts.ts";
import type { Stage } from "#workflows/stage.ts";
import { firstStage, stageName, step } from "#workflows/step.ts";
import { ordinaryTerms, type Terms } from "#workflows/terms.ts";
import { recorded, standing } from "./record.ts";

/** The record as the service would keep it, so that the law can be walked without a database. */
export type World = {
  stage: Stage;
  facts: Facts;
  texts: number;
  past: { act: Act; stage: string }[];
};

/** Terms that ask for no authority, so that the walks are about the text and its signature. */
export const memorandum: Terms = { ...ordinaryTerms, authority: "dispensed", clearance: false };

/** An agreement as it begins. */
export const begin = (parties: string[], languages: string[], terms = memorandum): World => ({
  stage: firstStage(),
  texts: 1,
  past: [],
  facts: {
    ...noFacts,
    parties,
    languages,
    terms,
    states: parties.filter((code) => code !== "HUB"),
    digest: "text-1",
    written: languages,
    drafters: Object.fromEntries(languages.map((language) => [language, "officer-1"])),
    signatories: Object.fromEntries(parties.map((code) => [code, `${code}-signatory`])),
  },
});

/** The world after an act; the same one where the law refuses it. */
export function take(world: World, act: Act): World {
  const result = step(world.stage, world.facts, act);
  if (!result.ok) return world;
  const facts = standing(recorded(world.facts, act, world), result.standing);
  const texts = world.texts + (act.type === "revise-text" ? 1 : 0);
  const past = [...world.past, { act, stage: stageName(result.stage) }];
  return { stage: result.stage, facts, texts, past };
}

const noon = "2026-11-23T12:00:00.000Z";
const signature = {
  at: noon,
  on: "2026-11-23",
  as: "definitive",
  binding: false,
  reserves: false,
} as const;
const codes = ["KZ", "AE", "HUB", "US"];
const officer = fc.constantFrom("officer-1", "officer-2");
const party = fc.constantFrom(...codes);

/** An act by anybody about anything, most often about what is on record. */
const anyAct: fc.Arbitrary<(facts: Facts) => Act> = fc
  .record({
    officer,
    party,
    stray: fc.integer({ min: 0, max: 9 }),
    language: fc.constantFrom("en", "ar"),
    choice: fc.nat(18),
  })
  .map(({ officer: by, party, stray, language, choice }) => (facts) => {
    const digest = stray === 0 ? "text-other" : facts.digest;
    const original =
      stray === 1 ? "original-other" : (facts.original ?? `original of ${facts.digest}`);
    const signatory = stray === 2 ? "an aide" : `${party}-signatory`;
    const acts: Act[] = [
      { type: "submit", by },
      { type: "revise-text", by, languages: [language] },
      { type: "approve", by: signatory, party, digest },
      { type: "request-changes", by: signatory, party, reason: "" },
      { type: "certify", by, language, digest },
      { type: "authenticate", by, digest },
      { type: "report-typeset", by: "service", original: `original of ${facts.digest}` },
      { type: "open-signing", by, plan: { closesAt: null, groups: [], quorum: null } },
      { type: "sign", by: signatory, party, original, ...signature },
      { type: "sign", by: signatory, party, original, ...signature },
      { type: "report-sealed", by: "service", original },
      { type: "report-seal-failed", by: "service", reason: "" },
      { type: "retry-seal", by },
      { type: "publish", by },
      { type: "decline", by: signatory, party, reason: "" },
      { type: "withdraw", by, reason: "" },
      { type: "agree-to-withdrawal", by: signatory, party },
      { type: "withdraw", by: "officer-1", reason: "" },
      { type: "withdraw", by: "officer-2", reason: "" },
    ];
    return acts[choice] ?? { type: "submit", by };
  });

/**
 * Walks random acts, and between them now and then the acts that the stage waits for, so that the walks
 * reach the end often enough to say something.
 */
export const walk = fc
  .record({
    parties: fc.subarray(codes, { minLength: 2 }),
    languages: fc.constantFrom<string[]>(["en"], ["en", "ar"]),
    acts: fc.array(fc.tuple(anyAct, fc.integer({ min: 0, max: 9 })), { maxLength: 60 }),
  })
  .map(({ parties, languages, acts }) => {
    let world = begin(parties, languages);
    for (const [act, forward] of acts) {
      if (forward < 7) for (const next of awaited(world)) world = take(world, next);
      else world = take(world, act(world.facts));
    }
    return world;
  });

function awaited({ stage, facts }: World): Act[] {
  const by = "officer-2";
  const original = facts.original ?? `original of ${facts.digest}`;
  switch (stageName(stage)) {
    case "draft.editing":
      return [{ type: "submit", by }];
    case "review.circulated":
      return facts.parties.map((party) => ({ type: "approve", by, party, digest: facts.digest }));
    case "review.reconciling":
      return [
        { type: "revise-text", by: "officer-1", languages: ["en"] },
        { type: "submit", by },
      ];
    case "review.concordance":
      return facts.languages.map((language) => ({
        type: "certify",
        by,
        language,
        digest: facts.digest,
      }));
    case "review.settled":
      return ["officer-1", by].map((one) => ({
        type: "authenticate",
        by: one,
        digest: facts.digest,
      }));
    case "sign.authenticated":
      return [
        { type: "report-typeset", by: "service", original },
        ...["officer-1", by].map(
          (one): Act => ({
            type: "open-signing",
            by: one,
            plan: { closesAt: null, groups: [], quorum: null },
          }),
        ),
      ];
    case "sign.open":
      return facts.parties.slice(0, 2).map((party) => ({
        type: "sign",
        by: `${party}-signatory`,
        party,
        original,
        ...signature,
      }));
    case "sign.sealing":
      return [{ type: "report-sealed", by: "service", original }];
    default:
      return [{ type: "publish", by }];
  }
}
