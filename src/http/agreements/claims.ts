import { z } from "@hono/zod-openapi";
import { claimMeasures } from "#workflows/claim-record.ts";
import type { PublicClaim } from "#workflows/claims.ts";
import { type PublicSuspension, suspensionBases } from "#workflows/suspensions.ts";
import { grounds } from "../api/claim-grounds.ts";

const date = z.iso.date();

/** Suspensions between some of the parties, as all may read them. */
export const suspensions = z
  .array(
    z.object({
      id: z.uuid(),
      by: z.string().nullable().openapi({
        description: "The party that suspends it towards each other; null: between all of them",
      }),
      parties: z.array(z.string()),
      from: date,
      until: date.nullable(),
      basis: z.enum([...suspensionBases, "claim"]),
      articles: z.array(z.int()).openapi({ description: "Empty for the whole instrument" }),
      title: z.string(),
      notifiedOn: date.nullable(),
      resumedOn: date.nullable(),
    }) satisfies z.ZodType<PublicSuspension>,
  )
  .openapi({
    description:
      "Suspensions between some of the parties (VCLT articles 57, 58 and 60 to 62), oldest first",
  });

/** Claims of parties, as all may read them. */
export const claims = z
  .array(
    z.object({
      id: z.uuid(),
      party: z.string(),
      ground: grounds,
      article: z.string().openapi({ description: "The article of the Vienna Convention" }),
      measure: z.enum(claimMeasures),
      against: z.string().nullable(),
      articles: z.array(z.int()).openapi({ description: "Empty for the whole instrument" }),
      on: date,
      objectionsUntil: date.nullable().openapi({
        description: "The last day to object (65(2)); null if it was not circulated yet",
      }),
      objections: z.array(z.object({ party: z.string(), on: date, withdrawnOn: date.nullable() })),
      disputed: z.boolean().openapi({
        description: "Whether an objection stands: Article 33 of the Charter applies (65(3))",
      }),
      carriedOut: z.object({ on: date, from: date }).nullable(),
      revokedOn: date.nullable(),
    }) satisfies z.ZodType<PublicClaim>,
  )
  .openapi({
    description:
      "Claims under VCLT article 65, oldest first. The depositary decides nothing, and parties may see it otherwise",
  });
