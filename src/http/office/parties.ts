import { createRoute, z } from "@hono/zod-openapi";
import { addParty } from "#src/parties/add.ts";
import { changeParty } from "#src/parties/change.ts";
import { listParties } from "#src/parties/find.ts";
import { listPartyEvents } from "#src/parties/list-events.ts";
import { type Api, acting } from "../api/api.ts";
import { body, json, partyCode, problems, worded } from "../api/contract.ts";
import { guarded } from "../api/guarded.ts";
import { requireSafeguards } from "../api/identify.ts";

const about = { tags: ["Reference"] };
const byCode = z.object({ code: partyCode });
const kind = z.enum(["state", "organization"]);
const order = z.int().min(0).max(1_000_000);
const names = worded.refine((given) => Object.keys(given).length > 0, "names no language");

const Party = z
  .object({
    code: z.string(),
    kind,
    names: z.record(z.string(), z.string()),
    protocolOrder: z.int().openapi({ description: "The lower comes first" }),
  })
  .openapi("Party");
const PartyEvent = z
  .object({
    seq: z.string(),
    at: z.iso.datetime(),
    actor: z.uuid(),
    event: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .openapi("PartyEvent");

const list = createRoute({
  ...about,
  method: "get",
  path: "/parties",
  summary: "The parties the office knows, in protocol order",
  responses: {
    200: { description: "The parties", ...json(z.object({ items: z.array(Party) })) },
    ...problems(401),
  },
});
const create = createRoute({
  ...about,
  method: "post",
  path: "/parties",
  summary: "Add a State or an organisation; without an order it comes last",
  ...guarded("add-party"),
  request: body(z.strictObject({ code: partyCode, kind, names, protocolOrder: order.optional() })),
  responses: {
    201: { description: "Added", ...json(Party) },
    ...problems(400, 401, 403, 409, 413, 415, 422),
  },
});
const change = createRoute({
  ...about,
  method: "patch",
  path: "/parties/{code}",
  summary: "Change a party's names, kind or place in the protocol order",
  ...guarded("change-party"),
  request: {
    params: byCode,
    ...body(
      z.strictObject({
        names: names.optional().openapi({ description: "All its names, by language" }),
        kind: kind.optional(),
        protocolOrder: order.optional(),
      }),
    ),
  },
  responses: {
    200: { description: "Changed", ...json(Party) },
    ...problems(400, 401, 403, 404, 413, 415, 422),
  },
});
const events = createRoute({
  ...about,
  method: "get",
  path: "/parties/{code}/events",
  summary: "What was done to a party's entry",
  request: { params: byCode },
  responses: {
    200: { description: "The newest first", ...json(z.object({ items: z.array(PartyEvent) })) },
    ...problems(400, 401, 403, 404),
  },
});

/** Routes for the parties. Everyone who acts can read them; the secretariat manages them. */
export function parties(api: Api): void {
  api.openapi(list, async (c) => {
    acting(c);
    return c.json({ items: await listParties(c.get("ctx").db) }, 200);
  });
  api.openapi(create, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "add-party");
    const party = await addParty(c.get("ctx"), by, c.req.valid("json"));
    c.header("Location", "/api/v1/parties");
    return c.json(party, 201);
  });
  api.openapi(change, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "change-party");
    const { code } = c.req.valid("param");
    return c.json(await changeParty(c.get("ctx"), by, code, c.req.valid("json")), 200);
  });
  api.openapi(events, async (c) => {
    const items = await listPartyEvents(c.get("ctx").db, acting(c), c.req.valid("param").code);
    return c.json({ items }, 200);
  });
}
