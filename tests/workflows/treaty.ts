import fc from "fast-check";
import type { Act } from "#workflows/acts.ts";
import { entryOf } from "#workflows/entry-of.ts";
import { stageName } from "#workflows/step.ts";
import { ordinaryTerms, type SigningAct, type Terms } from "#workflows/terms.ts";
import { begin, take, type World } from "./world.ts";

/** A treaty: full powers, clearance, ratification, entry into force thirty days after two deposits. */
export const treatyTerms: Terms = {
  ...ordinaryTerms,
  consent: ["definitive", "ad-referendum", "subject-to-ratification"],
  entry: { form: "nth-deposit", deposits: 2, days: 30 },
};

const day = "2026-11-23";
const original = "original of the text";

/** The shortest way of a text to its signing, so that walks are about what follows. */
export function open(parties: string[], terms = treatyTerms): World {
  let world = begin(parties, ["en"], terms);
  const by = "officer-2";
  const { digest } = world.facts;
  const way: Act[] = [
    { type: "submit", by },
    ...parties.map((party): Act => ({ type: "approve", by, party, digest })),
    { type: "authenticate", by: "officer-1", digest },
    { type: "authenticate", by, digest },
    { type: "report-typeset", by: "service", original },
    ...["officer-1", by].map(
      (one): Act => ({
        type: "open-signing",
        by: one,
        plan: { closesAt: null, groups: [], quorum: null },
      }),
    ),
  ];
  for (const act of way) world = take(world, act);
  if (stageName(world.stage) !== "sign.open") throw new Error(stageName(world.stage));
  return world;
}

/** Everything that anybody may try from authority to the end, for one party. */
export function actsOf(world: World, party: string, by: string, as: SigningAct, on = day): Act[] {
  const credential = world.facts.credentials.filter((one) => one.party === party).at(-1)?.id ?? "";
  const at = `${on}T12:00:00.000Z`;
  const signatory = `${party}-signatory`;
  const shown = { original, at, on, as, binding: true, reserves: false };
  const dates = entryOf(world.facts) ?? { instrument: "", parties: {} };
  return [
    { type: "present-credentials", by: signatory, party, kind: "full-powers" },
    { type: "present-credentials", by: signatory, party, kind: "ex-officio" },
    { type: "verify-credentials", by, party, credential },
    { type: "reject-credentials", by, party, credential },
    { type: "revoke-credentials", by: signatory, party, credential },
    { type: "clear-signature", by: signatory, party },
    { type: "sign", by: signatory, party, ...shown },
    { type: "confirm", by: signatory, party, on },
    { type: "decline", by: signatory, party, reason: "" },
    { type: "request-changes", by: signatory, party, reason: "" },
    { type: "report-sealed", by: "service", original },
    { type: "report-seal-failed", by: "service", reason: "" },
    { type: "retry-seal", by },
    { type: "deposit", by, party, on, reserves: false, confirms: [] },
    { type: "determine-entry", by, dates, reason: "" },
    { type: "enter-into-force", by: "service", on },
    { type: "give-notice", by: signatory, party, on },
    { type: "revoke-notice", by: signatory, party, on },
    { type: "end-participation", by: "service", party, on },
    { type: "agree-to-termination", by: signatory, party },
    { type: "terminate", by, reason: "", consulted: true },
    { type: "withdraw", by, reason: "" },
  ];
}

/** The same, signed by all subject to ratification under verified full powers, and sealed. */
export function sealed(parties: string[]): World {
  let world = open(parties);
  const does = (party: string, by: string, type: Act["type"]) => {
    const acts = actsOf(world, party, by, "subject-to-ratification");
    const act = acts.find((one) => one.type === type);
    if (act) world = take(world, act);
  };
  for (const party of parties) {
    does(party, "secretary-1", "present-credentials");
    for (const by of ["secretary-1", "secretary-2"]) does(party, by, "verify-credentials");
    does(party, "secretary-1", "clear-signature");
    does(party, "secretary-1", "sign");
  }
  does("", "service", "report-sealed");
  if (stageName(world.stage) !== "publish") throw new Error(stageName(world.stage));
  return world;
}

/** Open for signing, and all but the last party have asked to open the text again. */
function nearlyReopened(parties: string[]): World {
  let world = open(parties);
  for (const party of parties.slice(0, -1)) {
    world = take(world, { type: "request-changes", by: `${party}-signatory`, party, reason: "" });
  }
  return world;
}

const codes = ["KZ", "AE", "HUB"];
const signingActs = ["definitive", "ad-referendum", "subject-to-ratification"] as const;
/** Months go by between acts, so that what falls due does. */
const days = [day, "2026-12-31", "2027-06-30", "2028-11-30"];

/** Random acts by several parties on an agreement that is open for signing; days never go back. */
const wishes = fc.array(
  fc.record({
    party: fc.constantFrom(...codes),
    by: fc.constantFrom("secretary-1", "secretary-2"),
    as: fc.constantFrom(...signingActs),
    choice: fc.nat(21),
    when: fc.nat(3),
    forward: fc.nat(9),
  }),
  { maxLength: 120 },
);

const beginning = fc.constantFrom(open(codes), sealed(codes), nearlyReopened(codes));

export const treatyWalk = fc.record({ wishes, beginning }).map(({ wishes, beginning }) => {
  let world = beginning;
  let latest = 0;
  for (const { party, by, as, choice, when, forward } of wishes) {
    if (forward === 0) latest = Math.max(latest, when);
    const acts = actsOf(world, party, by, as, days[latest]);
    const useful = acts.filter((act) => take(world, act) !== world);
    // What returns or withdraws ends a walk early, so it is taken less often than what leads on.
    const onward = useful.filter(({ type }) => !ending.includes(type) || forward === 1);
    const back = useful.filter((act) => stageName(take(world, act).stage) === "review.reconciling");
    const returns = forward === 1 && choice < 14 && back.length > 0;
    const some = forward > 2 ? onward : returns ? back : acts;
    const act = some[choice % Math.max(1, some.length)];
    if (act) world = take(world, act);
  }
  return world;
});

const ending: string[] = [
  "decline",
  "request-changes",
  "withdraw",
  "reject-credentials",
  "revoke-credentials",
  "terminate",
];
