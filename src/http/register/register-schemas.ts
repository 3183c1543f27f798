import { z } from "@hono/zod-openapi";
import type { RegisterStatistics } from "#src/archive/register-statistics.ts";
import { givenShape } from "#src/text/language/given-shape.ts";
import { termsShape } from "#src/text/terms.ts";
import { headings } from "#workflows/headings.ts";
import { partyKinds } from "#workflows/party-kinds.ts";
import { claims, suspensions } from "../agreements/claims.ts";
import { corrected } from "../agreements/corrections.ts";
import { laterBetween } from "../agreements/relations.ts";
import { reservationView } from "../agreements/reservation-view.ts";
import { ceased, consentEntries, statementEntries } from "../api/consent-entries.ts";
import { Found } from "../api/schemas.ts";

const words = z.record(z.string(), z.string());

/** The common fields of every view of a published agreement. */
const entry = {
  id: z.uuid(),
  reference: z.string(),
  title: words,
  languages: z.array(z.string()),
  areas: z.array(z.string()),
  goals: z.array(z.int()),
  digest: z.string(),
  level: z.string(),
  trusted: z.boolean(),
  signedOn: z.string().nullable().openapi({ description: "The day of the last signature" }),
  publishedAt: z.iso.datetime(),
  publishedOn: z.iso.date().openapi({ description: "The day, in the instrument's zone" }),
  zone: z.string().openapi({ description: "The instrument's IANA zone" }),
  pdf: z.string(),
};

export const InRegister = z
  .object({
    ...entry,
    parties: z.array(
      z.object({
        code: z.string(),
        names: words,
        signed: z.iso.datetime().nullable(),
        signedOn: z.iso.date().nullable(),
      }),
    ),
    found: Found.optional(),
  })
  .openapi("InRegister");

const related = z.object({ id: z.uuid(), reference: z.string(), title: words });

const determined = z
  .object({ reason: z.string(), derivedOn: z.iso.date().nullable() })
  .nullable()
  .openapi({
    description:
      "Why the depositary determined another day than the one that follows from the record, which is `derivedOn`",
  });

export const RegisterEntry = z
  .object({
    ...entry,
    prevailing: z.string().nullable(),
    terms: termsShape,
    parties: z.array(
      z.object({
        code: z.string(),
        kind: z.enum(partyKinds),
        state: z
          .string()
          .nullable()
          .openapi({ description: "The State behind a ministry or agency" }),
        as: z
          .enum(["state", "government"])
          .nullable()
          .openapi({ description: "Null if it is no State" }),
        names: words,
        standing: z.string(),
        ceased,
        signed: z.iso.datetime().nullable(),
        signedOn: z.string().nullable(),
        signedAs: z.string().nullable(),
        inForceOn: z.string().nullable(),
        consents: consentEntries,
        statements: statementEntries,
        endsOn: z.string().nullable().openapi({
          description: "When its notice ended or will end its participation; null if none stands",
        }),
        earlier: z
          .array(z.object({ inForceOn: z.string().nullable(), endedOn: z.string() }))
          .openapi({ description: "Participations that ended by withdrawal, oldest first" }),
        determined,
      }),
    ),
    procedures: z
      .array(
        z.object({
          party: z.string(),
          step: z.string(),
          on: z.string().nullable(),
          expectedOn: z.string().nullable(),
          note: z.string().nullable(),
        }),
      )
      .openapi({
        description: "Steps of domestic procedures that parties made public; without effect in law",
      }),
    reservations: z.array(reservationView.extend({ party: z.string() })).openapi({
      description: "Reservations and declarations, with what others said and their effect",
    }),
    laterBetween,
    suspensions,
    claims,
    signature: z.enum(["none", "open", "closed"]).openapi({
      description: "Whether the text is open for signature after its first seal",
    }),
    signatureUntil: z.iso
      .date()
      .nullable()
      .openapi({ description: "The last day for signature, if there is one" }),
    openTo: z
      .array(
        z.object({
          code: z.string(),
          names: words,
          ways: z.array(z.enum(["sign", "accede"])),
          statements: statementEntries,
        }),
      )
      .openapi({ description: "Those that neither negotiated nor joined" }),
    corrections: z
      .array(
        z.object({
          id: z.uuid(),
          ...corrected,
          on: z.iso.date(),
          from: z.iso.date().nullable().openapi({ description: "Null: from the beginning" }),
          why: z.string().openapi({ description: "Why it has effect from that day" }),
          paper: z.int().nullable(),
        }),
      )
      .openapi({ description: "Corrections of the text that were made, oldest first" }),
    papers: z
      .array(
        z.object({
          serial: z.int(),
          kind: z.string(),
          subject: z.string(),
          party: z.string().nullable(),
          digest: z.string(),
          pdf: z.string(),
        }),
      )
      .openapi({
        description:
          "Files sealed after the instrument: pages of later signatures, notifications …",
      }),
    un: z
      .object({ number: z.string(), on: z.string().nullable(), volume: z.string() })
      .nullable()
      .openapi({ description: "Registration with the United Nations (Charter, article 102)" }),
    inForceOn: z.string().nullable().openapi({ description: "As put on record; else null" }),
    determined,
    texts: z.array(
      z.object({
        language: z.string(),
        markdown: z.string(),
        digest: z.string(),
      }),
    ),
    originals: z.array(z.object({ original: z.string(), digest: z.string() })),
    evidence: z
      .object({
        seq: z.int(),
        index: z.int().nullable().openapi({ description: "Null until the log has taken it" }),
        hash: z.string(),
      })
      .nullable()
      .openapi({ description: "Where the sealing stands in the evidence log" }),
    words: z
      .record(z.string(), givenShape)
      .openapi({ description: "What the office gave for each language that has no file" }),
    headings: z
      .enum(headings)
      .openapi({ description: "What its articles are called: a memorandum has sections" }),
    amends: related.nullable(),
    amendedBy: z.array(related),
  })
  .openapi("RegisterEntry");

const count = z.int();
const pair = z
  .tuple([z.string(), z.string()])
  .openapi({ items: { type: "string" }, minItems: 2, maxItems: 2 });

export const Statistics = z
  .object({
    agreements: count,
    parties: z.array(z.object({ code: z.string(), names: words, count })),
    areas: z.array(z.object({ area: z.string(), count })),
    goals: z.array(z.object({ goal: z.int(), count })),
    years: z
      .array(z.object({ year: z.int(), count }))
      .openapi({ description: "Of the last signature" }),
    pairs: z
      .array(z.object({ parties: pair, count }))
      .openapi({ description: "Parties to the same agreements, the most first; at most 5000" }),
  })
  .openapi("RegisterStatistics") satisfies z.ZodType<RegisterStatistics>;
