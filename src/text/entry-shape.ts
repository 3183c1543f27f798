import { z } from "zod";
import type { Condition, Delay, EntryConditions } from "#workflows/entry-conditions.ts";
import type { EntryClause } from "#workflows/terms.ts";
import { day } from "./day.ts";
import { entryFaults } from "./entry-faults.ts";

const count = z.int().min(1).max(200);
const days = z.int().min(0).max(3660);
const months = z.int().min(0).max(120);
const code = z.string().regex(/^[A-Z][A-Z0-9-]{1,15}$/);
const codes = z.array(code).min(1).max(200);
const amount = z.number().positive().max(1e15);

const outside = [
  z.strictObject({ kind: z.literal("date"), date: day }),
  z.strictObject({
    kind: z.literal("instrument"),
    name: z.string().trim().min(1).max(300),
    on: day.optional().meta({ description: "Its day of entry into force, once it is known" }),
  }),
] as const;

const acts = z.strictObject({
  kind: z.enum(["consents", "notifications", "signatures"]),
  needed: z
    .union([count, z.enum(["all", "majority", "two-thirds", "three-quarters", "four-fifths"])])
    .meta({ description: "A number, or a share of `among` or else of the negotiating States" }),
  among: codes.optional(),
});

const single = [
  acts,
  z.strictObject({ kind: z.literal("parties"), parties: codes }),
  z.strictObject({
    kind: z.literal("quantity"),
    what: z.enum(["emissions", "tonnage", "contributions", "votes", "trade", "quantity"]),
    shares: z.record(code, amount).meta({ description: "What each party holds, in one unit" }),
    atLeast: amount,
  }),
  ...outside,
] as const;

/** At most twenty conditions in a group, and groups within one group: no clause that we read goes deeper. */
const groupOf = <T extends z.ZodType>(condition: T) => z.array(condition).min(1).max(20);
const group = z.strictObject({
  kind: z.enum(["all", "any"]),
  of: groupOf(z.discriminatedUnion("kind", single)),
});
const outer = z.strictObject({
  kind: z.enum(["all", "any"]),
  of: groupOf(z.discriminatedUnion("kind", [...single, group])),
});
const condition = z.discriminatedUnion("kind", [...single, outer]) satisfies z.ZodType<Condition>;

const counting = z
  .enum(["after", "day-after", "full-month"])
  .optional()
  .meta({ description: "The last day itself unless given; the next day; the next month's first" });
const delay = z.discriminatedUnion("unit", [
  z.strictObject({ unit: z.literal("days"), count: days, counting }),
  z.strictObject({ unit: z.literal("months"), count: months, counting }),
  z.strictObject({ unit: z.literal("month-starts"), count: z.int().min(1).max(120) }),
]) satisfies z.ZodType<Delay>;

const conditions = z.strictObject({
  form: z.literal("conditions"),
  when: condition,
  delay,
  later: delay
    .optional()
    .meta({ description: "For parties that consent later; the day of their consent if absent" }),
  date: day.optional().meta({
    description: "The day of entry if the conditions are met by then; else the delay counts",
  }),
  notBefore: z
    .array(z.discriminatedUnion("kind", [...outside]))
    .min(1)
    .max(5)
    .optional()
    .meta({ description: "Days before which it does not enter into force, whatever the delay" }),
  effectFrom: day.optional(),
  notCounted: z
    .array(
      z.strictObject({ party: code, reason: z.enum(["regional-organisation", "by-the-text"]) }),
    )
    .max(200)
    .optional(),
  provisional: z.strictObject({ when: condition, delay, date: day.optional() }).optional(),
}) satisfies z.ZodType<EntryConditions>;

/** When an instrument enters into force (`workflows/terms.ts`). Refuses conditions that can never be met. */
export const entryShape = z
  .discriminatedUnion("form", [
    z.strictObject({ form: z.literal("last-signature") }),
    z.strictObject({ form: z.literal("fixed-date"), date: day }),
    z.strictObject({ form: z.literal("last-notification") }),
    z.strictObject({ form: z.literal("after-last-notification"), days }),
    z.strictObject({ form: z.literal("nth-deposit"), deposits: count, days }),
    z.strictObject({ form: z.literal("month-after-nth-consent"), consents: count, months }),
    z.strictObject({ form: z.literal("all-consented") }),
    conditions,
  ])
  .superRefine((clause: EntryClause, context) => {
    if (clause.form !== "conditions") return;
    for (const { path, message } of entryFaults(clause)) {
      context.addIssue({ code: "custom", path, message });
    }
  }) satisfies z.ZodType<EntryClause>;
