import { createRoute, z } from "@hono/zod-openapi";
import { listActions } from "#src/agreements/awaited/list-actions.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import { partyActions } from "#workflows/actions-of-party.ts";
import { headings } from "#workflows/headings.ts";
import { type Api, acting } from "../api/api.ts";
import { json, partyCode, problems } from "../api/contract.ts";

const PartyAction = z
  .object({
    agreement: z.object({
      id: z.uuid(),
      reference: z.string(),
      title: z.record(z.string(), z.string()),
      zone: z.string(),
      headings: z.enum(headings),
    }),
    action: z.enum(partyActions),
    kind: z.enum(["todo", "open", "runs"]).openapi({
      description: "Awaited of the party, open to it, or taking effect by itself",
    }),
    due: z.string().nullable().openapi({
      description: "The last day for it, or the day of effect, in the instrument's zone",
    }),
    rule: z
      .object({
        basis: z.enum(["clause", "convention", "practice"]),
        article: z.string().nullable(),
      })
      .openapi({
        description: "An article of the text, or of the Vienna Convention on the Law of Treaties",
      }),
    article: z.int().nullable().openapi({ description: "The article of the text it is about" }),
    other: z.string().nullable().openapi({ description: "Whose reservation or notice it is" }),
  })
  .openapi("PartyAction");

const list = createRoute({
  method: "get",
  path: "/parties/{code}/actions",
  tags: ["Agreements"],
  summary: "What a party has to do, may do, or should know is running, in all its agreements",
  request: { params: z.object({ code: partyCode }) },
  responses: {
    200: {
      description: "What is due first; derived from the record at this moment",
      ...json(z.object({ items: z.array(PartyAction) })),
    },
    ...problems(400, 401, 403, 404),
  },
});

/** Routes for a party's action list: for the office of any party, for a representative of their own. */
export function partyActionList(api: Api): void {
  api.openapi(list, async (c) => {
    const person = acting(c);
    const { code } = c.req.valid("param");
    if (!can(person, "see-actions") || (person.party !== null && person.party !== code)) {
      throw new Refusal("forbidden", "You see the action list of your own party only.");
    }
    const { db, now } = c.get("ctx");
    return c.json({ items: await listActions(db, { party: code, at: now() }) }, 200);
  });
}
