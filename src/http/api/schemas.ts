import { z } from "@hono/zod-openapi";
import type { Listed } from "#src/agreements/read/list.ts";
import type { AgreementView } from "#src/agreements/read/view.ts";
import { paperKinds } from "#src/db/db.ts";
import { givenShape } from "#src/text/language/given-shape.ts";
import { termsShape } from "#src/text/terms.ts";
import { actTypes } from "#workflows/acts.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { headings } from "#workflows/headings.ts";
import { partyKinds } from "#workflows/party-kinds.ts";
import type { Safeguards } from "#workflows/safeguards.ts";
import { partyOrder } from "./named-parties.ts";

/** The four lines of work that tag every agreement. */
export const areas = [
  "partnerships-and-networking",
  "capacity-building",
  "peer-learning",
  "research-and-knowledge-management",
] as const;

export const stages = [
  "draft",
  "draft.editing",
  "review",
  "review.circulated",
  "review.reconciling",
  "review.concordance",
  "review.settled",
  "sign",
  "sign.authenticated",
  "sign.open",
  "sign.sealing",
  "sign.sealFailed",
  "publish",
  "lapsed",
  "withdrawn",
] as const;

const words = z.record(z.string(), z.string());

/** The common fields of every view of an agreement. */
const described = {
  id: z.uuid(),
  reference: z.string(),
  version: z.int(),
  stage: z.string(),
  title: words,
  languages: z.array(z.string()),
  areas: z.array(z.string()),
  goals: z.array(z.int()),
  createdAt: z.iso.datetime(),
  createdOn: z.iso.date().openapi({ description: "The day, in the instrument's zone" }),
  updatedAt: z.iso.datetime(),
};

export const Found = z
  .object({
    language: z.string(),
    excerpt: z.string().openapi({ description: "Plain words, without Markdown" }),
    hits: z
      .array(z.object({ start: z.int(), end: z.int() }))
      .openapi({ description: "Where the words stand in the excerpt, in UTF-16 code units" }),
  })
  .openapi("Found");

export const AgreementInList = z
  .object({
    ...described,
    parties: z.array(z.string()).openapi({ description: "Codes, in the agreement's order" }),
    closesAt: z.iso.datetime().nullable(),
    respondBy: z.iso.datetime().nullable(),
    publishedAt: z.iso.datetime().nullable(),
    publishedOn: z.iso
      .date()
      .nullable()
      .openapi({ description: "The day, in the instrument's zone" }),
    zone: z.string().openapi({ description: "The instrument's IANA zone" }),
    found: Found.optional().openapi({ description: "Where the words asked for stand" }),
  })
  .openapi("AgreementInList");

export function agreementInList(row: Listed): z.infer<typeof AgreementInList> {
  const { zone } = row.terms;
  const dayOf = (at: Date) => civilDate(at.toISOString(), zone);
  return {
    id: row.id,
    reference: row.reference,
    version: row.version,
    stage: row.stage_name,
    title: row.title,
    languages: row.languages,
    areas: row.areas,
    goals: row.goals,
    parties: row.parties,
    closesAt: row.closes_at?.toISOString() ?? null,
    respondBy: row.respond_by?.toISOString() ?? null,
    publishedAt: row.published_at?.toISOString() ?? null,
    publishedOn: row.published_at && dayOf(row.published_at),
    zone,
    createdAt: row.created_at.toISOString(),
    createdOn: dayOf(row.created_at),
    updatedAt: row.updated_at.toISOString(),
    ...(row.found && { found: row.found }),
  };
}

export const lastRead = z.object({ textVersion: z.int(), at: z.iso.datetime() });

const Party = z.object({
  code: z.string(),
  names: words.openapi({ description: "As it takes part: a State's own, or its Government's" }),
  kind: z.enum(partyKinds),
  state: z.string().nullable().openapi({ description: "The State behind a ministry or agency" }),
  as: z.enum(["state", "government"]).nullable().openapi({ description: "Null if it is no State" }),
  signatory: z.object({ id: z.uuid(), names: words, titles: words }).nullable(),
  approved: z.boolean(),
  entitled: z
    .boolean()
    .openapi({ description: "The text is only open to it: it neither negotiated nor joined" }),
  cleared: z.boolean(),
  standing: z.string(),
  signed: z.iso.datetime().nullable(),
  signedOn: z.iso
    .date()
    .nullable()
    .openapi({ description: "The day of the signature, in the instrument's zone" }),
});

const secondRoles = ["legal-officer", "secretariat", "archivist"] as const;
const Needs = z
  .object({
    fresh: z.boolean().openapi({ description: "A verification within the last five minutes" }),
    second: z
      .object({
        of: z.array(z.enum(secondRoles)).readonly(),
        when: z.enum(["always", "dates-back", "other-dates"]),
        how: z.enum(["confirmation", "own-record"]),
      })
      .nullable()
      .openapi({
        description:
          "Another person: always, for a day more than 14 days back, or for other dates than those derived",
      }),
    document: z.enum(["always", "dates-back"]).nullable(),
  })
  .openapi("Safeguards") satisfies z.ZodType<Safeguards>;

export const Agreement = z
  .object({
    ...described,
    publish: z.record(z.string(), z.string()).nullable(),
    prevailing: z.string().nullable(),
    layout: z.enum(["sequential", "parallel"]),
    template: z.string(),
    textVersion: z.int(),
    lastRead: lastRead.nullable().openapi({ description: "The text this person last looked at" }),
    digest: z.string(),
    adoption: z.object({ on: z.iso.date(), rule: z.string() }).nullable().openapi({
      description: "When and how the current text was adopted: `all`, or the conference's majority",
    }),
    reopenAskedBy: z
      .array(z.string())
      .openapi({ description: "Parties that have asked to open the authentic text again" }),
    certified: z.array(z.string()),
    original: z.string().nullable(),
    originals: z.array(
      z.object({
        original: z.string(),
        digest: z.string(),
        pages: z.int(),
        sealed: z.string().nullable(),
      }),
    ),
    closesAt: z.iso.datetime().nullable(),
    groups: z.array(z.array(z.string())),
    quorum: z.int().nullable(),
    terms: termsShape,
    amends: z.uuid().nullable(),
    words: z
      .record(z.string(), givenShape)
      .openapi({ description: "What the office gave for each language that has no file" }),
    headings: z
      .enum(headings)
      .openapi({ description: "What its articles are called: a memorandum has sections" }),
    respondBy: z.iso.datetime().nullable(),
    sealed: z
      .object({
        digest: z.string(),
        level: z.string(),
        trusted: z.boolean(),
        at: z.iso.datetime(),
      })
      .nullable(),
    papers: z
      .array(
        z.object({
          serial: z.int(),
          kind: z.enum(paperKinds),
          subject: z.string(),
          party: z.string().nullable(),
          digest: z.string(),
          level: z.string(),
          trusted: z.boolean(),
          at: z.iso.datetime(),
        }),
      )
      .openapi({
        description:
          "Files sealed after the instrument: pages of later signatures, notifications …",
      }),
    signatureUntil: z.iso
      .date()
      .nullable()
      .openapi({ description: "The last day for signature of a text that stays open for it" }),
    openTo: z
      .array(z.object({ act: z.enum(["sign", "accede"]), until: z.iso.date().nullable() }))
      .openapi({ description: "What is open to the reader's own party that has taken no step" }),
    parties: z.array(Party),
    order: partyOrder,
    acts: z.array(
      z.object({
        act: z.enum(actTypes),
        allowed: z.boolean(),
        blockedBy: z.array(
          z.object({
            guard: z.string(),
            detail: z.string(),
            basis: z.string().openapi({ description: "Where the rule comes from" }),
          }),
        ),
        needs: Needs,
      }),
    ),
  })
  .openapi("Agreement") satisfies z.ZodType<AgreementView>;
