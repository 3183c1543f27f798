import { z } from "@hono/zod-openapi";
import { claimMeasures } from "#workflows/claim-record.ts";
import { suspensionBases } from "#workflows/suspensions.ts";
import type { Api } from "../api/api.ts";
import { grounds } from "../api/claim-grounds.ts";
import { day, digest, language, line, partyCode, reason, whyNow } from "../api/contract.ts";
import { actResource, seldom } from "./act-resource.ts";
import { articleNumber, signedInstrument } from "./signed-instrument.ts";

const articles = z.array(articleNumber).max(200).optional().openapi({
  description: "The provisions concerned (VCLT article 44); the whole instrument if absent",
});
const received = {
  party: partyCode.optional(),
  on: day.optional().meta({ description: "The day of its receipt; today unless given" }),
  file: digest.optional(),
  reason: whyNow.optional(),
};
const claim = z.uuid().openapi({ description: "The claim, by its id in the status table" });

/** Routes for suspension between some of the parties, and for the procedure of VCLT articles 65 to 68. */
export function claimActs(api: Api): void {
  actResource(
    api,
    {
      name: "suspensions-between",
      summary:
        "Record that the agreement is suspended between some of the parties (VCLT articles 57 and 58); it needs a second officer",
      body: z.strictObject({
        parties: z.array(partyCode).min(2).max(200),
        basis: z.enum(suspensionBases).openapi({
          description: "The text (57(a)), all the parties (57(b)), or these alone (58)",
        }),
        title: line.openapi({ description: "The clause, decision or agreement" }),
        from: day,
        until: day.optional().meta({ description: "Its last day" }),
        articles,
        notifiedOn: day.optional().meta({ description: "When the others were notified (58(2))" }),
        consultation: reason.optional(),
        reason: reason.openapi({ description: "The officer's statement" }),
        file: digest.optional(),
      }),
    },
    seldom(async () => (await import("#src/agreements/force/suspend-between.ts")).suspendBetween),
  );
  actResource(
    api,
    {
      name: "resumptions-between",
      summary:
        "Record that the agreement operates again between some of the parties; it needs a second officer",
      body: z.strictObject({
        suspension: z.uuid().openapi({ description: "By its id in the status table" }),
        on: day.optional().meta({ description: "From when; today unless given" }),
        reason,
        file: digest.optional(),
      }),
    },
    seldom(async () => (await import("#src/agreements/force/suspend-between.ts")).resumeBetween),
  );
  actResource(
    api,
    {
      name: "claims",
      summary:
        "Notify a claim of invalidity, breach, impossibility or change of circumstances (VCLT article 65(1)); nothing happens to the agreement",
      body: z.strictObject({
        ground: grounds,
        measure: z.enum(claimMeasures),
        against: partyCode.optional(),
        articles,
        language,
        text: reason.openapi({ description: "The party's reasons, in its own words" }),
        until: day.optional().meta({ description: "Special urgency: the last day to object" }),
        urgency: reason.optional().openapi({ description: "Why it is urgent (65(2))" }),
        ...received,
      }),
    },
    seldom(async () => (await import("#src/agreements/force/claim.ts")).notifyClaim),
  );
  actResource(
    api,
    {
      name: "claim-answers",
      summary: "Object to a claim of another party, or withdraw the objection (VCLT article 65)",
      body: z.strictObject({
        claim,
        answer: z.enum(["objection", "objection-withdrawal"]),
        language,
        text: reason.optional(),
        ...received,
      }),
    },
    seldom(async () => (await import("#src/agreements/force/claim.ts")).answerClaim),
  );
  actResource(
    api,
    {
      name: "claim-measures",
      summary:
        "Carry out the measure of a claim by a signed instrument (VCLT articles 65(2) and 67(2))",
      body: z.strictObject({
        ...signedInstrument,
        ...received,
        claim,
        from: day
          .optional()
          .meta({ description: "From when it has effect; its receipt if absent" }),
        solution: reason.optional().openapi({
          description: "How the parties agreed, or the dispute was decided (65(3), 66)",
        }),
      }),
    },
    seldom(async () => (await import("#src/agreements/force/claim.ts")).carryOutClaim),
  );
  actResource(
    api,
    {
      name: "claim-revocations",
      summary: "Revoke a claim, or the instrument that carries it out, before its effect (VCLT 68)",
      body: z.strictObject({ claim, ...received }),
    },
    seldom(async () => (await import("#src/agreements/force/claim.ts")).revokeClaim),
  );
}
