import { createRoute, z } from "@hono/zod-openapi";
import { acknowledgePaper, returnPaper } from "#src/desk/answer-paper.ts";
import { attachScan } from "#src/desk/attach-scan.ts";
import { checkForm } from "#src/desk/check-form.ts";
import { correctPaper } from "#src/desk/correct-paper.ts";
import { findScan } from "#src/desk/find-scan.ts";
import { listPapers } from "#src/desk/list-papers.ts";
import { receiveOriginal } from "#src/desk/receive-original.ts";
import { registerPaper } from "#src/desk/register-paper.ts";
import { viewPaper } from "#src/desk/view.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import type { Person } from "#src/people/person.ts";
import { type Api, acting, type Call } from "../api/api.ts";
import {
  body,
  byId,
  day,
  digest,
  idempotencyKey,
  json,
  problems,
  reason,
  requestKey,
} from "../api/contract.ts";
import { guarded } from "../api/guarded.ts";
import { requireSafeguards } from "../api/identify.ts";
import { cursor, limit, nextCursor, readCursor } from "../api/paging.ts";
import { fetchObject, sendFile } from "../api/send-file.ts";
import {
  Answers,
  Correction,
  clockTime,
  DeskEntry,
  DeskLine,
  Filter,
  NewPaper,
  Registered,
} from "./desk-schemas.ts";

const about = { tags: ["Desk"] };
const binary = { schema: z.string().openapi({ format: "binary" }) };
const kinds = { "application/pdf": binary, "image/png": binary, "image/jpeg": binary };
const note = z.uuid().optional().openapi({ description: "The outgoing entry by which it is done" });
const done = { 204: { description: "On record" } };
const refusals = problems(400, 401, 403, 404, 409, 413, 415, 422);

const list = createRoute({
  ...about,
  method: "get",
  path: "/correspondence",
  summary: "The register of notes verbales and instruments, in and out",
  request: { query: z.strictObject({ ...Filter, limit, cursor }) },
  responses: {
    200: {
      description: "The newest first; a representative reads those of their own party",
      ...json(z.object({ items: z.array(DeskLine), next: z.string().nullable() })),
    },
    ...problems(400, 401, 403),
  },
});
const register = createRoute({
  ...about,
  method: "post",
  path: "/correspondence",
  summary: "Register a paper that came or went, under the next number of the year",
  request: { headers: idempotencyKey, ...body(NewPaper) },
  responses: { 201: { description: "Registered", ...json(Registered) }, ...refusals },
});
const read = createRoute({
  ...about,
  method: "get",
  path: "/correspondence/{id}",
  summary: "An entry, its checklist, scans and history, and the acts that came of it",
  request: { params: byId },
  responses: {
    200: { description: "The entry", ...json(DeskEntry) },
    ...problems(400, 401, 403, 404),
  },
});
const correct = createRoute({
  ...about,
  method: "post",
  path: "/correspondence/{id}/corrections",
  summary: "Correct an entry; what it said before stays on record",
  request: { params: byId, ...body(Correction) },
  responses: { ...done, ...refusals },
});
const original = createRoute({
  ...about,
  method: "post",
  path: "/correspondence/{id}/originals",
  summary: "Record that the original has followed the scan",
  request: { params: byId, ...body(z.strictObject({ on: day, time: clockTime })) },
  responses: { ...done, ...refusals },
});
const check = createRoute({
  ...about,
  method: "post",
  path: "/correspondence/{id}/checks",
  summary: "Answer questions of the checklist of due form (VCLT article 77(1)(d))",
  request: { params: byId, ...body(Answers) },
  responses: { ...done, ...refusals },
});
const acknowledge = createRoute({
  ...about,
  method: "post",
  path: "/correspondence/{id}/acknowledgements",
  summary: "Record that its receipt is acknowledged",
  request: { params: byId, ...body(z.strictObject({ note })) },
  responses: { ...done, ...refusals },
});
const giveBack = createRoute({
  ...about,
  method: "post",
  path: "/correspondence/{id}/returns",
  summary: "Return a paper that is not in due form; the party's representatives are told why",
  ...guarded("return-paper"),
  request: { params: byId, ...body(z.strictObject({ reason, note })) },
  responses: { ...done, ...refusals },
});
const attach = createRoute({
  ...about,
  method: "post",
  path: "/correspondence/{id}/scans",
  summary: "Attach a scan of the paper",
  request: { params: byId, body: { required: true, content: kinds } },
  responses: {
    201: { description: "Attached", ...json(z.object({ digest, type: z.string() })) },
    ...problems(400, 401, 403, 404, 409, 413, 415, 422, 503, 507),
  },
});
const scan = createRoute({
  ...about,
  method: "get",
  path: "/correspondence/{id}/scans/{digest}",
  summary: "A scan of the paper",
  request: { params: byId.extend({ digest }) },
  responses: {
    200: { description: "The file", content: kinds },
    206: { description: "A range of it", content: kinds },
    304: { description: "Not changed" },
    416: { description: "The range lies outside" },
    ...problems(400, 401, 403, 404, 502),
  },
});

/** Routes for the desk's register. The database shows a party its own entries; the office keeps them. */
export function desk(api: Api): void {
  api.openapi(list, async (c) => {
    reading(c);
    const { limit, cursor: _, ...filter } = c.req.valid("query");
    const page = { limit, cursor: await readCursor(c) };
    const rows = await listPapers(c.get("ctx").db, filter, page);
    const places = rows.map(({ seq }) => ({ id: seq }));
    const items = rows.slice(0, limit).map(({ seq, ...row }) => row);
    return c.json({ items, next: await nextCursor(c, places, limit) }, 200);
  });
  api.openapi(register, async (c) => {
    const person = acting(c);
    const request = await requestKey(c, person);
    const made = await registerPaper(c.get("ctx"), { person, request }, c.req.valid("json"));
    c.header("Location", `/api/v1/correspondence/${made.id}`);
    return c.json(made, 201);
  });
  api.openapi(read, async (c) => {
    const { party } = reading(c);
    const { id } = c.req.valid("param");
    return c.json(await viewPaper(c.get("ctx").db, id, { isParty: party !== null }), 200);
  });
  api.openapi(correct, async (c) => {
    await correctPaper(c.get("ctx"), acting(c), { ...named(c), ...c.req.valid("json") });
    return c.body(null, 204);
  });
  api.openapi(original, async (c) => {
    await receiveOriginal(c.get("ctx"), acting(c), { ...named(c), ...c.req.valid("json") });
    return c.body(null, 204);
  });
  api.openapi(check, async (c) => {
    const { answers } = c.req.valid("json");
    await checkForm(c.get("ctx"), acting(c), { ...named(c), answers });
    return c.body(null, 204);
  });
  api.openapi(acknowledge, async (c) => {
    await acknowledgePaper(c.get("ctx"), acting(c), { ...named(c), ...c.req.valid("json") });
    return c.body(null, 204);
  });
  api.openapi(giveBack, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "return-paper");
    await returnPaper(c.get("ctx"), by, { ...named(c), ...c.req.valid("json") });
    return c.body(null, 204);
  });
  api.openapi(attach, async (c) => {
    const { id } = c.req.valid("param");
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const attached = await attachScan(c.get("ctx"), acting(c), { id, bytes });
    c.header("Location", `/api/v1/correspondence/${id}/scans/${attached.digest}`);
    return c.json(attached, 201);
  });
  api.openapi(scan, async (c) => {
    reading(c);
    const { id, digest } = c.req.valid("param");
    const { db, objects } = c.get("ctx");
    const { type } = await findScan(db, { id, digest });
    const bytes = await fetchObject(objects, digest);
    const name = `${digest.slice(0, 12)}.${type.split("/")[1] ?? "bin"}`;
    return sendFile(c, { bytes, digest, type, name }) as never;
  });
}

function named(c: Call): { id: string } {
  return { id: c.req.param("id") ?? "" };
}

/** Who reads the register. Throws a Refusal (403) for a role that does not. */
function reading(c: Call): Person {
  const person = acting(c);
  if (can(person, "see-correspondence")) return person;
  throw new Refusal("forbidden", "Your role does not read the register.");
}
