import { z } from "zod";
import { exchanged } from "#workflows/exchange.ts";
import { meansOfConsent, type Terms, tiedTerms } from "#workflows/terms.ts";
import { entryShape } from "./entry-shape.ts";
import { participationShape } from "./participation-shape.ts";

const article = z.int().min(1).max(10_000);
const articles = z.array(article).min(1).max(1000);
/** What may limit a notice of withdrawal. */
const notice = {
  notBeforeYears: z
    .int()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: "Years of being a party before notice may be given" }),
  atYearEnd: z
    .boolean()
    .optional()
    .meta({ description: "It takes effect at the end of the year in which the period ends" }),
};

const ends = z
  .enum(["party", "all"])
  .meta({ description: "Whether it ends the instrument for that party or for all" });

/** Terms that an amendment can change (`amendableTerms`). */
const amendable = {
  provisional: z.enum(["none", "from-signature"]),
  reservations: z.enum(["silent", "permitted", "prohibited"]),
  reservationRules: z
    .strictObject({
      except: articles
        .optional()
        .meta({ description: "Articles to which no reservation may be made" }),
      only: articles.optional().meta({ description: "The only articles to which one may be made" }),
      authorised: z
        .boolean()
        .optional()
        .meta({ description: "Expressly authorised: no State need accept it" }),
      atSignature: z
        .boolean()
        .optional()
        .meta({ description: "Expressly provided for at signature: it needs no confirmation" }),
      acceptance: z.enum(["each", "all", "organ"]).optional().meta({
        description:
          "Who accepts it: each State for itself, all contracting States, or the competent organ",
      }),
      objectionMonths: z
        .int()
        .min(1)
        .max(120)
        .optional()
        .meta({ description: "Months in which a State may object; twelve unless given" }),
      lateMonths: z
        .int()
        .min(1)
        .max(120)
        .optional()
        .meta({ description: "Months in which an objection prevents a late reservation" }),
    })
    .optional(),
  duration: z.union([
    z.strictObject({
      years: z.int().min(1).max(100),
      renewal: z.enum(["automatic", "by-decision", "none"]),
      periodYears: z
        .int()
        .min(1)
        .max(100)
        .optional()
        .meta({ description: "The years of each further period; as many as the first if absent" }),
      optOut: z
        .union([
          z.strictObject({ months: z.int().min(0).max(120), ends }),
          z.strictObject({ days: z.int().min(0).max(3660), ends }),
        ])
        .optional()
        .meta({ description: "A party's notice against an automatic renewal, and its period" }),
      decidedBy: z
        .enum(["all", "majority", "organ"])
        .optional()
        .meta({ description: "Who decides on a renewal; all the parties if absent" }),
    }),
    z.literal("unlimited"),
  ]),
  withdrawal: z.union([
    z.strictObject({ months: z.int().min(0).max(120), ...notice }),
    z.strictObject({ days: z.int().min(0).max(3660), ...notice }),
    z.enum(["none", "silent"]),
  ]),
  accession: z.boolean(),
  amendment: z.union([
    z.strictObject({ binds: z.enum(["all", "acceptors"]) }),
    z.strictObject({
      binds: z.literal("share"),
      of: z.enum(["two-thirds", "three-quarters", "majority"]),
    }),
    z.strictObject({ binds: z.literal("unless-objected"), months: z.int().min(1).max(120) }),
    z.literal("silent"),
  ]),
  settlement: z.enum(["silent", "negotiation", "conciliation", "arbitration", "court"]),
  prevailing: z.string().max(35).nullable(),
  depositary: z.enum(["office", "none"]),
  minimumParties: z.int().min(2).max(200).nullable(),
};

/** The meaning of an instrument's final clauses to the law, each part separate (`workflows/terms.ts`). */
export const termsShape = z.strictObject({
  binding: z.boolean(),
  authority: z.enum(["full-powers", "dispensed"]),
  clearance: z.boolean(),
  adoption: z
    .strictObject({ majority: z.enum(["consensus", "two-thirds", "three-quarters", "majority"]) })
    .optional()
    .meta({
      description: "By which majority a conference adopts the text; without it, all consent to it",
    }),
  authentication: z.enum(["officers", "initials", "signature"]),
  consent: z
    .array(z.enum(["definitive", "ad-referendum", "subject-to-ratification"]))
    .min(1)
    .max(3),
  consentBy: z.array(z.enum(meansOfConsent)).min(1).max(5).optional().meta({
    description:
      "By what a signatory consents after signature; any instrument if absent. `notification` lets it notify that its procedures are complete",
  }),
  exchange: z
    .strictObject({
      of: z.enum(exchanged),
      first: z
        .string()
        .min(2)
        .max(20)
        .optional()
        .meta({ description: "The party that proposes; the first in order if absent" }),
    })
    .optional()
    .meta({
      description:
        "Concluded by an exchange of notes, letters or instruments, each signed by one party",
    }),
  entry: entryShape,
  ...amendable,
  participation: participationShape.optional(),
  territories: z
    .strictObject({
      declarations: z.boolean(),
      delayDays: z.int().min(0).max(3660).optional(),
    })
    .optional()
    .meta({ description: "Declarations on territories, and days from receipt to effect" }),
  declarations: z
    .array(
      z.strictObject({
        article,
        kind: z.enum(["declaration", "authority"]),
        mandatory: z.boolean(),
        title: z.record(z.string().max(35), z.string().trim().min(1).max(200)),
      }),
    )
    .min(1)
    .max(50)
    .optional()
    .meta({ description: "Declarations and authorities that the text provides for" }),
  alternat: z.enum(["none", "small", "large"]),
  objectionDays: z.int().min(1).max(365),
  zone: z.string().refine(isZone, "is not a zone of the IANA database"),
  articles: z
    .partialRecord(z.enum(tiedTerms), article)
    .optional()
    .meta({ description: "The article of the text that each term comes from" }),
  amended: z
    .strictObject(amendable)
    .partial()
    .optional()
    .meta({ description: "In an amendment: the terms of the amended instrument that it changes" }),
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
