import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { discardWorkingText } from "#src/agreements/text/discard-working-text.ts";
import { keepWorkingText } from "#src/agreements/text/keep-working-text.ts";
import { listWorkingTexts } from "#src/agreements/text/list-working-texts.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import { type Api, acting } from "../api/api.ts";
import { body, byId, ifMatch, json, language, problems, versionSeen } from "../api/contract.ts";

const about = { tags: ["Texts"] };
const ofLanguage = byId.extend({ language });

const state = {
  language: z.string(),
  revision: z.int().openapi({ description: "Goes up with every change: the If-Match of the next" }),
  basedOn: z.int().openapi({ description: "The text version that it was begun from" }),
  by: z.uuid().nullable().openapi({ description: "Null where the words are the version's" }),
  at: z.iso.datetime().nullable(),
};
const WorkingText = z.object({ ...state, markdown: z.string() }).openapi("WorkingText");
const KeptText = z
  .object({
    ...state,
    problems: z
      .array(z.object({ line: z.int(), column: z.int(), message: z.string() }))
      .openapi({ description: "What would refuse it as a version" }),
  })
  .openapi("KeptText");

const list = createRoute({
  ...about,
  method: "get",
  path: "/agreements/{id}/working-texts",
  summary: "What is being written, in each language; for those who write",
  request: { params: byId },
  responses: {
    200: {
      description: "Where nothing is written, the newest version's text",
      ...json(z.object({ items: z.array(WorkingText) })),
    },
    ...problems(400, 401, 403, 404),
  },
});
const keep = createRoute({
  ...about,
  method: "put",
  path: "/agreements/{id}/working-texts/{language}",
  summary: "Keep what is being written, as it was typed; it is no version yet",
  request: {
    params: ofLanguage,
    headers: ifMatch,
    ...body(
      z.strictObject({
        markdown: z.string().max(1_000_000),
        basedOn: z.int().min(1).max(1_000_000).optional().openapi({
          description: "After a merge with a later version, that version",
        }),
      }),
    ),
  },
  responses: {
    200: { description: "Kept, with what would refuse it as a version", ...json(KeptText) },
    ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428),
  },
});
const discard = createRoute({
  ...about,
  method: "delete",
  path: "/agreements/{id}/working-texts/{language}",
  summary: "Put away what is being written",
  request: { params: ofLanguage, headers: ifMatch },
  responses: {
    204: { description: "The newest version's text takes its place" },
    ...problems(400, 401, 403, 404, 409, 412, 413, 415, 422, 428),
  },
});

/** Routes for texts between two versions, for an editor that saves automatically. */
export function workingTexts(api: Api): void {
  api.openapi(list, async (c) => {
    const person = acting(c);
    const { db } = c.get("ctx");
    const row = await findAgreement(db, c.req.valid("param").id, person);
    if (!can(person, "revise-text")) {
      throw new Refusal("forbidden", "Only who writes the text sees what is being written.");
    }
    return c.json({ items: await listWorkingTexts(db, row) }, 200);
  });
  api.openapi(keep, async (c) => {
    const { id: agreement, language } = c.req.valid("param");
    const writing = { agreement, language, person: acting(c), seen: versionSeen(c) };
    const kept = await keepWorkingText(c.get("ctx"), writing, c.req.valid("json"));
    c.header("ETag", `"${kept.revision}"`);
    return c.json(kept, 200);
  });
  api.openapi(discard, async (c) => {
    const { id: agreement, language } = c.req.valid("param");
    const writing = { agreement, language, person: acting(c), seen: versionSeen(c) };
    await discardWorkingText(c.get("ctx"), writing);
    return c.body(null, 204);
  });
}
