import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { listVersions } from "#src/agreements/read/list-versions.ts";
import { readsNegotiation, versionFor } from "#src/agreements/read/read-negotiation.ts";
import { readSource, readTexts } from "#src/agreements/text/read-source.ts";
import { reviseText } from "#src/agreements/text/revise-text.ts";
import { Refusal } from "#src/errors.ts";
import { writeSource } from "#src/text/source.ts";
import { termsShape } from "#src/text/terms.ts";
import { type Api, acting, answer } from "../api/api.ts";
import {
  asked,
  body,
  byId,
  Done,
  idempotencyKey,
  ifMatch,
  json,
  language,
  problems,
  reason,
} from "../api/contract.ts";

const number = z.coerce.number().int().min(1).max(1_000_000);
/** At least one language, and no more than an agreement has. */
const byLanguage = <Value extends z.ZodType>(value: Value) =>
  z.record(language, value).refine((given) => {
    const count = Object.keys(given).length;
    return count > 0 && count <= 24;
  }, "names no language, or too many");
const ofLanguage = byId.extend({ language });

const Version = z
  .object({
    number: z.int(),
    digest: z.string(),
    createdBy: z.uuid(),
    author: z
      .record(z.string(), z.string())
      .openapi({ description: "The author's names by language" }),
    createdAt: z.iso.datetime(),
    note: z.string().nullable(),
    texts: z.record(z.string(), z.string()),
    terms: termsShape,
  })
  .openapi("Version");

const read = createRoute({
  method: "get",
  path: "/agreements/{id}/texts/{language}",
  tags: ["Texts"],
  summary: "The text of one language, the newest or a version's",
  request: {
    params: ofLanguage,
    query: z.strictObject({ version: number.optional() }),
  },
  responses: {
    200: { description: "Markdown", content: { "text/markdown": { schema: z.string() } } },
    ...problems(400, 401, 404),
  },
});

const write = createRoute({
  method: "put",
  path: "/agreements/{id}/texts/{language}",
  tags: ["Texts"],
  summary: "A new text of one language, as a new version",
  request: {
    params: ofLanguage,
    headers: ifMatch,
    body: { required: true, content: { "text/markdown": { schema: z.string() } } },
  },
  responses: {
    200: { description: "Stored", content: { "application/json": { schema: Done } } },
    ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428),
  },
});

const versions = createRoute({
  method: "get",
  path: "/agreements/{id}/versions",
  tags: ["Texts"],
  summary: "The versions of the text, newest first",
  request: { params: byId },
  responses: {
    200: {
      description: "The versions",
      content: { "application/json": { schema: z.object({ items: z.array(Version) }) } },
    },
    ...problems(400, 401, 404),
  },
});

const revise = createRoute({
  method: "post",
  path: "/agreements/{id}/versions",
  tags: ["Texts"],
  summary: "New texts of one or several languages, new terms, or both, as one new version",
  request: {
    params: byId,
    headers: ifMatch.extend(idempotencyKey.shape),
    ...body(
      z
        .strictObject({
          texts: byLanguage(z.string().max(1_000_000)).optional().openapi({
            description: "Markdown; a language that is not named keeps its text",
          }),
          terms: termsShape.optional().meta({
            description: "All the terms, if the version changes any of them",
          }),
          note: reason.optional(),
          revisions: byLanguage(z.int().min(0).max(2_000_000_000)).optional().openapi({
            description: "The working texts taken over: they end, where nobody has written since",
          }),
        })
        .refine(({ texts, terms }) => texts !== undefined || terms !== undefined, {
          path: ["texts"],
          message: "is missing, and so are terms: a version changes one of them",
        }),
    ),
  },
  responses: {
    201: { description: "On record", ...json(Done) },
    ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428),
  },
});

const version = createRoute({
  method: "get",
  path: "/agreements/{id}/versions/{number}",
  tags: ["Texts"],
  summary: "One version with its texts",
  request: { params: byId.extend({ number }) },
  responses: {
    200: {
      description: "The texts by language",
      content: {
        "application/json": {
          schema: z.object({
            number: z.int(),
            texts: z.array(
              z.object({ language: z.string(), digest: z.string(), markdown: z.string() }),
            ),
          }),
        },
      },
    },
    ...problems(400, 401, 404),
  },
});

const source = createRoute({
  method: "get",
  path: "/agreements/{id}/source",
  tags: ["Texts"],
  summary: "The source folder that is typeset: each file's content by its name",
  request: { params: byId, query: z.strictObject({ version: number.optional() }) },
  responses: {
    200: {
      description: "agreement.yaml and one Markdown file per language",
      content: { "application/json": { schema: z.record(z.string(), z.string()) } },
    },
    ...problems(400, 401, 404),
  },
});

export function texts(api: Api): void {
  api.openapi(read, async (c) => {
    const { db } = c.get("ctx");
    const { id, language } = c.req.valid("param");
    const row = await findAgreement(db, id, acting(c));
    const number = await versionFor(db, row, acting(c), c.req.valid("query").version);
    const all = await readTexts(db, id, number);
    const text = all.find((one) => one.language === language);
    if (!text) throw new Refusal("not-found", "The agreement has no text in this language.");
    c.header("ETag", `"${row.version}"`);
    return answer(c.body(text.markdown, 200, { "Content-Type": "text/markdown; charset=utf-8" }));
  });
  api.openapi(write, async (c) => {
    const { id, language } = c.req.valid("param");
    if (!c.req.header("Content-Type")?.startsWith("text/markdown")) {
      throw new Refusal("unsupported-media-type", "Send the text as text/markdown.");
    }
    const request = await asked(c, id, acting(c));
    const markdown = await c.req.text();
    const done = await reviseText(c.get("ctx"), request, { texts: { [language]: markdown } });
    c.header("ETag", `"${done.version}"`);
    return c.json(done, 200);
  });
  api.openapi(revise, async (c) => {
    const request = await asked(c, c.req.valid("param").id, acting(c));
    const { texts = {}, ...rest } = c.req.valid("json");
    const done = await reviseText(c.get("ctx"), request, { texts, ...rest });
    c.header("ETag", `"${done.version}"`);
    return c.json(done, 201);
  });
  api.openapi(versions, async (c) => {
    const { db } = c.get("ctx");
    const row = await findAgreement(db, c.req.valid("param").id, acting(c));
    const all = await listVersions(db, row.id);
    const seen = (await readsNegotiation(db, row.id, acting(c)))
      ? all
      : all.filter((one) => one.number === row.text_version);
    return c.json({ items: seen }, 200);
  });
  api.openapi(version, async (c) => {
    const { db } = c.get("ctx");
    const { id, number } = c.req.valid("param");
    const row = await findAgreement(db, id, acting(c));
    await versionFor(db, row, acting(c), number);
    return c.json({ number, texts: await readTexts(db, row.id, number) }, 200);
  });
  api.openapi(source, async (c) => {
    const { db } = c.get("ctx");
    const row = await findAgreement(db, c.req.valid("param").id, acting(c));
    const number = await versionFor(db, row, acting(c), c.req.valid("query").version);
    return c.json(writeSource(await readSource(db, row, number)), 200);
  });
}
