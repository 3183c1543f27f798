import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { viewAgreement } from "#src/agreements/read/view.ts";
import { createAgreement } from "#src/agreements/text/create.ts";
import { describe } from "#src/agreements/text/describe.ts";
import type { NewAgreement as NewAgreementType } from "#src/agreements/text/insert-agreement.ts";
import { languagesWithoutText } from "#src/text/language/draftable.ts";
import { givenShape } from "#src/text/language/given-shape.ts";
import { halfGivenShape } from "#src/text/language/half-given.ts";
import { someTerms } from "#src/text/terms.ts";
import { headings as named } from "#workflows/headings.ts";
import { type Api, acting } from "../api/api.ts";
import {
  asked,
  byId,
  Done,
  idempotencyKey,
  ifMatch,
  language,
  problems,
  requestKey,
  worded,
} from "../api/contract.ts";
import { namedParty, partyOrder } from "../api/named-parties.ts";
import { Agreement, areas } from "../api/schemas.ts";

const goals = z.array(z.int().min(1).max(17)).max(17);
const lines = z.array(z.enum(areas)).max(areas.length);

const parties = z.array(namedParty).max(200);
const words = {
  description:
    "The words of each language that has no file in templates/languages: headings, closing formula, names of languages",
};

const headings = z.enum(named).meta({
  description:
    "What its articles are called in each language that has a word for it; by default sections if it is to bind nobody",
});

/** The fields of a new agreement, before the checks across fields. */
const wanted = {
  template: z.string().min(1).max(100),
  title: worded,
  parties: parties.min(2),
  order: partyOrder.optional(),
  languages: z.array(language).min(1).max(24),
  prevailing: language.optional(),
  layout: z.enum(["sequential", "parallel"]).default("sequential"),
  variables: z
    .record(
      z.string().max(100),
      z.union([z.string().max(4000), z.number(), z.record(language, z.string().max(1000))]),
    )
    .default({}),
  clauses: z.record(z.string().max(100), z.string().max(100)).default({}),
  figures: z
    .boolean()
    .default(false)
    .openapi({ description: "Writes figures beside numbers in words: thirty (30) days" }),
  areas: lines.default([]),
  goals: goals.default([]),
  terms: someTerms.omit({ prevailing: true }).optional(),
  amends: z.uuid().optional(),
  words: z.record(language, givenShape).meta(words).optional(),
  headings: headings.optional(),
};

/** A new agreement while its form is still being filled in. */
export const HalfWritten = z
  .strictObject({
    ...wanted,
    title: z.record(language, z.string().max(500)).default({}),
    parties: parties.default([]),
    words: z.record(language, halfGivenShape).meta(words).optional(),
  })
  .openapi("HalfWritten");

const NewAgreement = z
  .strictObject(wanted)
  .refine(({ languages }) => new Set(languages).size === languages.length, {
    path: ["languages"],
    message: "names a language twice",
  })
  .superRefine(({ languages }, context) => {
    for (const { pointer = "", detail } of languagesWithoutText(languages)) {
      const path = ["languages", Number(pointer.split("/").at(-1))];
      context.addIssue({ code: "custom", path, message: detail });
    }
  })
  .refine(({ parties }) => new Set(parties.map(({ code }) => code)).size === parties.length, {
    path: ["parties"],
    message: "names a party twice",
  })
  .refine(({ languages, layout }) => layout === "sequential" || languages.length === 2, {
    path: ["layout"],
    message: "sets two languages side by side, neither fewer nor more",
  })
  .refine(
    ({ languages, order }) => order?.by !== "alphabetical" || languages.includes(order.language),
    {
      path: ["order", "language"],
      message: "is not one of the languages",
    },
  )
  .refine(({ languages, prevailing }) => !prevailing || languages.includes(prevailing), {
    path: ["prevailing"],
    message: "is not one of the languages",
  })
  .openapi("NewAgreement");

const Description = z.strictObject({
  title: worded.optional(),
  areas: lines.optional(),
  goals: goals.optional(),
  words: z
    .record(language, givenShape)
    .meta({ description: "The words of all languages that need them, in place of those there are" })
    .optional(),
  headings: headings.optional(),
});

const create = createRoute({
  method: "post",
  path: "/agreements",
  tags: ["Agreements"],
  summary: "Draft an agreement from a template",
  request: {
    headers: idempotencyKey,
    body: { required: true, content: { "application/json": { schema: NewAgreement } } },
  },
  responses: {
    201: { description: "Drafted", content: { "application/json": { schema: Done } } },
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
});

const read = createRoute({
  method: "get",
  path: "/agreements/{id}",
  tags: ["Agreements"],
  summary: "An agreement, and what this person may do to it now",
  request: { params: byId },
  responses: {
    200: { description: "The agreement", content: { "application/json": { schema: Agreement } } },
    ...problems(400, 401, 404),
  },
});

const patch = createRoute({
  method: "patch",
  path: "/agreements/{id}",
  tags: ["Agreements"],
  summary: "Change what describes a draft",
  request: {
    params: byId,
    headers: ifMatch,
    body: { required: true, content: { "application/json": { schema: Description } } },
  },
  responses: {
    200: { description: "Changed", content: { "application/json": { schema: Done } } },
    ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428),
  },
});

export function agreements(api: Api): void {
  api.openapi(create, async (c) => {
    const person = acting(c);
    const request = await requestKey(c, person);
    const given = c.req.valid("json") as NewAgreementType;
    const done = await createAgreement(c.get("ctx"), { person, request }, given);
    c.header("ETag", `"${done.version}"`);
    c.header("Location", `/api/v1/agreements/${done.id}`);
    return c.json(done, 201);
  });
  api.openapi(read, async (c) => {
    const person = acting(c);
    const { db, now } = c.get("ctx");
    const row = await findAgreement(db, c.req.valid("param").id, person);
    c.header("ETag", `"${row.version}"`);
    return c.json(await viewAgreement(db, row, { person, at: now() }), 200);
  });
  api.openapi(patch, async (c) => {
    const person = acting(c);
    const request = await asked(c, c.req.valid("param").id, person);
    const done = await describe(c.get("ctx"), request, c.req.valid("json"));
    c.header("ETag", `"${done.version}"`);
    return c.json(done, 200);
  });
}
