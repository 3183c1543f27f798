import { z } from "@hono/zod-openapi";
import { notifyUnOfCorrection } from "#src/agreements/corrections/notify-un-of-correction.ts";
import { day } from "#src/text/day.ts";
import { someTerms } from "#src/text/terms.ts";
import type { Api } from "../api/api.ts";
import { digest, language, line, partyCode, reason, whyNow } from "../api/contract.ts";
import { actResource, seldom } from "./act-resource.ts";

const change = z.strictObject({
  language,
  article: z.int().min(0).max(1000),
  found: line,
  corrected: line,
  nth: z.int().min(1).max(1000).optional().meta({
    description:
      "Which time the words stand in the article; needed if they stand there more than once",
  }),
});

const proposal = z
  .strictObject({
    ground: z.enum(["error", "concordance"]).default("error").meta({
      description:
        "An error, or a lack of concordance between authentic texts (VCLT article 79(3))",
    }),
    reason,
    changes: z.array(change).max(100).default([]),
    right: z.array(z.strictObject({ language, reason })).max(20).default([]).meta({
      description: "The authentic texts without a change, and why each is right as it is",
    }),
    terms: someTerms.omit({ zone: true }).optional().meta({
      description: "The terms on record that are wrong, as the parties had agreed them",
    }),
  })
  .refine(({ changes, terms }) => changes.length > 0 || terms !== undefined, {
    path: ["changes"],
    message: "are missing, and so are terms: a correction corrects one of them",
  });

const effect = z
  .strictObject({
    from: day.optional().meta({
      description:
        "The day from which it has effect, if the signatory and contracting States so decided; else the beginning",
    }),
    reason: reason.optional(),
  })
  .refine(({ from, reason: why }) => (from === undefined) === (why === undefined), {
    path: ["reason"],
    message: "is needed with another day than the beginning, and only then",
  });

/** What an officer adds who records a note of the State. */
const byNote = {
  party: partyCode.optional(),
  on: day.optional().meta({ description: "The day of receipt; today unless given" }),
  file: digest.optional(),
};

/** Routes for the correction of errors in a text (VCLT article 79). */
export function actsOfCorrection(api: Api): void {
  actResource(
    api,
    {
      name: "corrections",
      summary: "Propose the correction of an error in an authentic text, or in the terms on record",
      body: proposal,
    },
    seldom(
      async () =>
        (await import("#src/agreements/corrections/propose-correction.ts")).proposeCorrection,
    ),
  );
  actResource(
    api,
    {
      name: "correction-objections",
      summary: "Object to the correction that is proposed",
      body: z.strictObject({ ...byNote, reason }),
    },
    seldom(
      async () =>
        (await import("#src/agreements/corrections/answer-correction.ts")).objectToCorrection,
    ),
  );
  actResource(
    api,
    {
      name: "correction-agreements",
      summary: "Agree to the correction that is proposed",
      body: z.strictObject({ ...byNote, reason: whyNow.optional() }),
    },
    seldom(
      async () =>
        (await import("#src/agreements/corrections/answer-correction.ts")).agreeToCorrection,
    ),
  );
  actResource(
    api,
    {
      name: "correction-withdrawals",
      summary: "Withdraw the correction that is proposed",
      body: z.strictObject({ reason }),
    },
    seldom(
      async () =>
        (await import("#src/agreements/corrections/answer-correction.ts")).withdrawCorrection,
    ),
  );
  actResource(
    api,
    {
      name: "proces-verbal-of-correction",
      summary: "Make the correction: nobody objected in time, or all have agreed",
      body: effect,
    },
    seldom(
      async () => (await import("#src/agreements/corrections/make-correction.ts")).makeCorrection,
    ),
  );
  actResource(
    api,
    {
      name: "un-correction-notices",
      summary: "Record that the United Nations were told of the correction of a registered text",
      body: z.strictObject({
        correction: z.uuid(),
        on: day.optional().meta({ description: "Today in the instrument's zone if absent" }),
        reference: line,
      }),
    },
    (ctx, asked, { on = "today", ...given }) => notifyUnOfCorrection(ctx, asked, { ...given, on }),
  );
  actResource(
    api,
    {
      name: "certified-copy-corrections",
      summary: "Correct an error in a certified true copy of a text that is right",
      body: z.strictObject({
        serial: z.int().min(1).max(1_000_000),
        reason,
        changes: z
          .array(change.omit({ nth: true }))
          .min(1)
          .max(100),
      }),
    },
    seldom(async () => (await import("#src/agreements/corrections/correct-copy.ts")).correctCopy),
  );
}
