import { z } from "@hono/zod-openapi";
import type { ForeseenConsequence } from "#src/agreements/read/consequence-words.ts";

const sentence = z.object({
  key: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** What an act would bring about. */
export const Consequence = z
  .object({
    refusedBy: z
      .array(z.object({ guard: z.string(), detail: z.string() }))
      .openapi({ description: "What stands in the way now; empty where it can be taken" }),
    legal: z
      .string()
      .nullable()
      .openapi({ description: "The agreement's stage in law, where it changes" }),
    stages: z.array(z.string()).openapi({
      description: "The stage that is reached, or the side of `publish`: `signature.closed`",
    }),
    parties: z.array(
      z.object({
        party: z.string(),
        standing: z.string(),
        entersOn: z.string().nullable(),
        endsOn: z.string().nullable(),
      }),
    ),
    instrumentOn: z.string().nullable(),
    remain: z.int().nullable().openapi({
      description: "For how many parties it is then in force, where the act changes that",
    }),
    tooFew: z.boolean().openapi({
      description: "So few would remain that it ends for all (VCLT article 55)",
    }),
    until: z.string().nullable().openapi({ description: "The end of the period that would begin" }),
    awaited: z.array(z.string()).openapi({
      description: "The parties whose agreement would still be missing",
    }),
    derivation: z.array(sentence),
    reasons: z
      .array(z.string())
      .openapi({ description: "The derivation in the reader's language, a sentence a step" }),
  })
  .openapi("Consequence") satisfies z.ZodType<ForeseenConsequence>;
