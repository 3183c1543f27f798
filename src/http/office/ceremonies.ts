import { createRoute, z } from "@hono/zod-openapi";
import type { Asked, Changed } from "#src/ceremonies/change.ts";
import { findCeremony, listCeremonies } from "#src/ceremonies/find.ts";
import { closeCeremony, openCeremony } from "#src/ceremonies/hold.ts";
import { planCeremony, setRunSheet } from "#src/ceremonies/plan.ts";
import { viewCeremony, viewRunSheet } from "#src/ceremonies/view.ts";
import type { Context } from "#src/context.ts";
import { Refusal } from "#src/errors.ts";
import { termsShape } from "#src/text/terms.ts";
import { type Api, acting } from "../api/api.ts";
import {
  asked,
  byId,
  day,
  idempotencyKey,
  ifMatch,
  language,
  partyCode,
  problems,
  requestKey,
  worded,
} from "../api/contract.ts";
import { Ceremony, Held, RunSheet } from "./ceremony-schemas.ts";

const Plan = z.strictObject({
  title: worded,
  place: worded,
  date: day,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  zone: termsShape.shape.zone,
  host: partyCode.optional(),
  languages: z.array(language).min(1).max(24),
});

const Items = z.strictObject({
  items: z
    .array(
      z.strictObject({
        agreement: z.uuid(),
        seats: z
          .array(z.strictObject({ party: partyCode, place: z.int().min(1).max(200) }))
          .max(200)
          .optional(),
      }),
    )
    .max(100),
});

const json = <Schema extends z.ZodType>(schema: Schema) => ({ "application/json": { schema } });
const about = { tags: ["Ceremonies"] };

const list = createRoute({
  ...about,
  method: "get",
  path: "/ceremonies",
  summary: "The signing ceremonies this person sees",
  responses: {
    200: { description: "Newest first", content: json(z.object({ items: z.array(Ceremony) })) },
    ...problems(401),
  },
});
const plan = createRoute({
  ...about,
  method: "post",
  path: "/ceremonies",
  summary: "Plan a signing ceremony",
  request: { headers: idempotencyKey, body: { required: true, content: json(Plan) } },
  responses: {
    201: { description: "Planned", content: json(Held) },
    ...problems(400, 401, 403, 409, 413, 415, 422),
  },
});
const read = createRoute({
  ...about,
  method: "get",
  path: "/ceremonies/{id}",
  summary: "A ceremony",
  request: { params: byId },
  responses: {
    200: { description: "The ceremony", content: json(Ceremony) },
    ...problems(400, 401, 404),
  },
});
const readSheet = createRoute({
  ...about,
  method: "get",
  path: "/ceremonies/{id}/run-sheet",
  summary: "Its run sheet: order, places at the table, signatories, and what is missing",
  request: { params: byId },
  responses: {
    200: { description: "The run sheet", content: json(z.object({ items: z.array(RunSheet) })) },
    ...problems(400, 401, 404),
  },
});
const setSheet = createRoute({
  ...about,
  method: "put",
  path: "/ceremonies/{id}/run-sheet",
  summary: "Set the whole run sheet; a table that is not given is laid by protocol",
  request: { params: byId, headers: ifMatch, body: { required: true, content: json(Items) } },
  responses: {
    200: { description: "Set", content: json(Held) },
    ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428),
  },
});
const record = createRoute({
  ...about,
  method: "get",
  path: "/ceremonies/{id}/proces-verbal",
  summary: "The procès-verbal of signature, made when the ceremony was closed",
  request: { params: byId, query: z.strictObject({ language }) },
  responses: {
    200: { description: "Markdown", content: { "text/markdown": { schema: z.string() } } },
    ...problems(400, 401, 404),
  },
});

/** Routes for a forum's signing ceremonies. */
export function ceremonies(api: Api): void {
  api.openapi(list, async (c) => {
    const rows = await listCeremonies(c.get("ctx").db, acting(c));
    return c.json({ items: rows.map(viewCeremony) }, 200);
  });
  api.openapi(plan, async (c) => {
    const person = acting(c);
    const request = await requestKey(c, person);
    const held = await planCeremony(c.get("ctx"), { person, request }, c.req.valid("json"));
    c.header("ETag", `"${held.version}"`);
    c.header("Location", `/api/v1/ceremonies/${held.id}`);
    return c.json(held, 201);
  });
  api.openapi(read, async (c) => {
    const row = await findCeremony(c.get("ctx").db, c.req.valid("param").id, acting(c));
    c.header("ETag", `"${row.version}"`);
    return c.json(viewCeremony(row), 200);
  });
  api.openapi(readSheet, async (c) => {
    const person = acting(c);
    const { db } = c.get("ctx");
    const row = await findCeremony(db, c.req.valid("param").id, person);
    c.header("ETag", `"${row.version}"`);
    return c.json({ items: await viewRunSheet(db, row, person) }, 200);
  });
  api.openapi(setSheet, async (c) => {
    const { agreement: id, ...rest } = await asked(c, c.req.valid("param").id, acting(c));
    const held = await setRunSheet(c.get("ctx"), { id, ...rest }, c.req.valid("json").items);
    c.header("ETag", `"${held.version}"`);
    return c.json(held, 200);
  });
  moment(api, "opening", "Open the ceremony; its run sheet stands from now on", openCeremony);
  moment(api, "closing", "Close the ceremony and make its procès-verbal", closeCeremony);
  api.openapi(record, async (c) => {
    const { db } = c.get("ctx");
    const row = await findCeremony(db, c.req.valid("param").id, acting(c));
    const kept = await db
      .selectFrom("ceremony_records")
      .select(["markdown", "digest"])
      .where("ceremony", "=", row.id)
      .where("language", "=", c.req.valid("query").language)
      .executeTakeFirst();
    if (!kept) throw new Refusal("not-found", "There is no procès-verbal in this language.");
    c.header("ETag", `"${kept.digest}"`);
    return c.body(kept.markdown, 200, { "Content-Type": "text/markdown; charset=utf-8" });
  });
}

function moment(
  api: Api,
  name: string,
  summary: string,
  hold: (ctx: Context, asked: Asked) => Promise<Changed>,
): void {
  const route = createRoute({
    ...about,
    method: "post",
    path: `/ceremonies/{id}/${name}`,
    summary,
    request: {
      params: byId,
      headers: ifMatch.extend(idempotencyKey.shape),
      body: { required: true, content: json(z.strictObject({})) },
    },
    responses: {
      201: { description: "On record", content: json(Held) },
      ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428),
    },
  });
  api.openapi(route, async (c) => {
    const { agreement: id, ...rest } = await asked(c, c.req.valid("param").id, acting(c));
    const held = await hold(c.get("ctx"), { id, ...rest });
    c.header("ETag", `"${held.version}"`);
    return c.json(held, 201);
  });
}
