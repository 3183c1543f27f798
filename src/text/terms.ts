import { z } from "zod";
import type { EntryClause, Terms } from "#workflows/terms.ts";
import { day } from "./day.ts";

const count = z.int().min(1).max(200);
const days = z.int().min(0).max(3660);

const entry = z.discriminatedUnion("form", [
  z.strictObject({ form: z.literal("last-signature") }),
  z.strictObject({ form: z.literal("fixed-date"), date: day }),
  z.strictObject({ form: z.literal("last-notification") }),
  z.strictObject({ form: z.literal("after-last-notification"), days }),
  z.strictObject({ form: z.literal("nth-deposit"), deposits: count, days }),
  z.strictObject({
    form: z.literal("month-after-nth-consent"),
    consents: count,
    months: z.int().min(0).max(120),
  }),
  z.strictObject({ form: z.literal("all-consented") }),
]) satisfies z.ZodType<EntryClause>;

/** The meaning of an instrument's final clauses to the law, each part separate (`workflows/terms.ts`). */
export const termsShape = z.strictObject({
  binding: z.boolean(),
  authority: z.enum(["full-powers", "dispensed"]),
  clearance: z.boolean(),
  authentication: z.enum(["officers", "initials", "signature"]),
  consent: z
    .array(z.enum(["definitive", "ad-referendum", "subject-to-ratification"]))
    .min(1)
    .max(3),
  entry,
  provisional: z.enum(["none", "from-signature"]),
  reservations: z.enum(["permitted", "prohibited"]),
  reservationRules: z
    .strictObject({
      authorised: z
        .boolean()
        .optional()
        .meta({ description: "Expressly authorised: no State need accept it" }),
      atSignature: z
        .boolean()
        .optional()
        .meta({ description: "Expressly provided for at signature: it needs no confirmation" }),
      acceptance: z
        .enum(["each", "organ"])
        .optional()
        .meta({ description: "Who accepts it: each State for itself, or the competent organ" }),
      objectionMonths: z
        .int()
        .min(1)
        .max(120)
        .optional()
        .meta({ description: "Months in which a State may object; twelve unless given" }),
    })
    .optional(),
  duration: z.union([
    z.strictObject({
      years: z.int().min(1).max(100),
      renewal: z.enum(["automatic", "by-decision"]),
    }),
    z.literal("unlimited"),
  ]),
  withdrawal: z.union([
    z.strictObject({
      months: z.int().min(0).max(120),
      notBeforeYears: z
        .int()
        .min(1)
        .max(100)
        .optional()
        .meta({ description: "Years of being a party before notice may be given" }),
    }),
    z.literal("none"),
  ]),
  alternat: z.enum(["none", "small", "large"]),
  objectionDays: z.int().min(1).max(365),
  accession: z.boolean(),
  zone: z.string().refine(isZone, "is not a zone of the IANA database"),
}) satisfies z.ZodType<Terms>;

/** Some of the terms; the rest come from elsewhere. */
export const someTerms = termsShape.partial();

/** A place's name, not an offset such as `+05:00`, which does not know about clock changes. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
