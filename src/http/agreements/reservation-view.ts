import { z } from "@hono/zod-openapi";
import type { ReservationView } from "#src/agreements/force/view-reservations.ts";
import { notifiedBys } from "#workflows/reservation-record.ts";

const date = z.string();

const timeToObject = z.object({
  party: z.string(),
  rule: z.enum([
    "not-made",
    "not-notified",
    "notification",
    "own-consent",
    "authorised",
    "organ",
    "accepted",
    "late",
  ]),
  circulatedOn: date.nullable(),
  notifiedOn: date.nullable(),
  notifiedBy: z.enum(notifiedBys).nullable().openapi({
    description:
      "By what it was notified, if not by our letter: its own statement that came before, or a note",
  }),
  consentedOn: date.nullable(),
  until: date.nullable().openapi({
    description: "The last day on which it may object; null while it has no end",
  }),
  notBefore: date.nullable().openapi({
    description: "Where it ends with its own consent: not before this day",
  }),
});

/** A reservation or declaration with everything that was said about it, and its effects. */
export const reservationView = z.object({
  id: z.uuid(),
  kind: z.enum(["reservation", "declaration"]),
  language: z.string(),
  text: z.string(),
  articles: z.array(z.int()),
  madeOn: date,
  effectiveOn: date.nullable().openapi({
    description:
      "The day on which it counts as made; of its confirmation, if it needs one, or of a late one's deposit",
  }),
  state: z.enum([
    "to-be-confirmed",
    "made",
    "lapsed",
    "withdrawn",
    "circulated",
    "prevented",
    "refused",
  ]),
  objections: z
    .array(timeToObject)
    .openapi({ description: "Of each other State, until when it may object, and by which rule" }),
  unconfirmed: z.boolean(),
  withdrawn: z.boolean(),
  withdrawnOn: date.nullable(),
  acceptedOn: date.nullable().openapi({
    description: "When all or an organ had accepted it, if the text requires that",
  }),
  late: z
    .object({ circulatedOn: date, until: date, closedOn: date.nullable() })
    .nullable()
    .openapi({ description: "Of a late one: until when one objection prevents its deposit" }),
  replaces: z
    .uuid()
    .nullable()
    .openapi({ description: "The reservation that a late one enlarges" }),
  answers: z.array(
    z.object({
      party: z.string(),
      act: z.string(),
      reason: z.string(),
      on: date,
      excludes: z.boolean().openapi({
        description: "Of an objection: the treaty does not enter into force between the two",
      }),
      ground: z.enum(["prohibited", "incompatible"]).nullable(),
    }),
  ),
  changes: z
    .array(
      z.object({
        id: z.uuid(),
        on: date,
        language: z.string(),
        text: z.string(),
        articles: z.array(z.int()),
      }),
    )
    .openapi({ description: "What is left after each partial withdrawal" }),
  organ: z
    .object({ accepted: z.boolean(), organ: z.string(), reference: z.string(), on: date })
    .nullable(),
  effects: z
    .array(
      z.object({
        effect: z.enum(["modified", "excluded", "no-relations", "open", "unaccepted"]),
        parties: z.array(z.string()),
      }),
    )
    .openapi({
      description: "The other States by the effect that it has for them today; for information",
    }),
}) satisfies z.ZodType<ReservationView>;
