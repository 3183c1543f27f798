import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { listAnswers } from "#src/agreements/read/list-answers.ts";
import { readsNegotiation } from "#src/agreements/read/read-negotiation.ts";
import { type Api, acting } from "../api/api.ts";
import { byId, json, problems } from "../api/contract.ts";

const Answer = z
  .object({
    version: z.int().openapi({ description: "The text's version that it is about" }),
    party: z.string(),
    answer: z.enum(["approval", "change-request", "decline"]),
    reason: z.string().nullable(),
    at: z.iso.datetime(),
  })
  .openapi("Answer");

const list = createRoute({
  method: "get",
  path: "/agreements/{id}/answers",
  tags: ["Texts"],
  summary:
    "What the parties have answered, of every version: approvals, changes asked for, refusals",
  request: { params: byId, query: z.strictObject({}) },
  responses: {
    200: {
      description: "Newest first, at most a thousand",
      ...json(z.object({ items: z.array(Answer) })),
    },
    ...problems(400, 401, 404),
  },
});

/** Routes for the review rounds and the parties' answers. */
export function answers(api: Api): void {
  api.openapi(list, async (c) => {
    const { db } = c.get("ctx");
    const { id } = await findAgreement(db, c.req.valid("param").id, acting(c));
    const rows = (await readsNegotiation(db, id, acting(c))) ? await listAnswers(db, id) : [];
    return c.json({ items: rows.map((row) => ({ ...row, at: row.at.toISOString() })) }, 200);
  });
}
