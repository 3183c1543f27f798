import { createRoute, z } from "@hono/zod-openapi";
import { carryOut } from "#src/office/propose.ts";
import { addParty } from "#src/parties/add.ts";
import { changeParty } from "#src/parties/change.ts";
import { listParties } from "#src/parties/find.ts";
import { listPartyEvents } from "#src/parties/list-events.ts";
import { partyKinds } from "#workflows/party-kinds.ts";
import { type Api, acting } from "../api/api.ts";
import { ceased } from "../api/consent-entries.ts";
import { body, json, language, partyCode, problems, reason, worded } from "../api/contract.ts";
import { guarded } from "../api/guarded.ts";
import { requireSafeguards } from "../api/identify.ts";
import { expectWaiting, waits } from "./office-proposals.ts";

const about = { tags: ["Reference"] };
const byCode = z.object({ code: partyCode });
const kind = z.enum(partyKinds);
const form = z.string().min(1).max(500);
const forms = z
  .record(
    language,
    z.strictObject({
      genitive: form.optional(),
      accusative: form.optional(),
      gender: z.enum(["feminine", "masculine", "neuter", "plural"]).optional(),
      government: form.optional(),
    }),
  )
  .meta({
    description:
      "By language, the forms of the name that sentences need. Russian needs the genitive and the accusative; the others derive theirs. `government` is the name of a State's Government if the language builds it in another way",
  });
const order = z.int().min(0).max(1_000_000);
const names = worded.refine((given) => Object.keys(given).length > 0, "names no language");

const words = z.record(z.string(), z.string());

/** What the office says a party belongs to. */
const memberships = {
  member: z.boolean().nullable().openapi({
    description: "Of the office's organisation; null: a State is, an organisation is not",
  }),
  unMember: z.boolean().nullable().openapi({
    description: "A State that is a Member of the United Nations; null: as its code says",
  }),
  unSystem: z.boolean().nullable().openapi({
    description: "Of the United Nations system; null: a State is, an organisation is not",
  }),
};
const said = {
  member: memberships.member.optional(),
  unMember: memberships.unMember.optional(),
  unSystem: memberships.unSystem.optional(),
};

const Party = z
  .object({
    code: z.string(),
    kind,
    state: z.string().nullable().openapi({ description: "The State behind a ministry or agency" }),
    names: words,
    forms,
    government: z
      .object({ names: words, forms })
      .nullable()
      .openapi({ description: "The names of a State's Government, built from the State's" }),
    protocolOrder: z.int().openapi({ description: "The lower comes first" }),
    ceased,
    ...memberships,
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
  summary:
    "Add a State, a ministry or agency of one, or an organisation; without an order it comes last",
  ...guarded("add-party"),
  request: body(
    z.strictObject({
      code: partyCode,
      kind,
      state: partyCode.optional().openapi({ description: "Of a ministry or agency only" }),
      names,
      forms: forms.optional(),
      protocolOrder: order.optional(),
      ...said,
    }),
  ),
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
        forms: forms
          .optional()
          .openapi({ description: "All forms; else a new name loses its own" }),
        kind: kind.optional(),
        state: partyCode.nullable().optional(),
        protocolOrder: order.optional(),
        ...said,
      }),
    ),
  },
  responses: {
    200: { description: "Changed", ...json(Party) },
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
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

const end = createRoute({
  ...about,
  method: "post",
  path: "/parties/{code}/endings",
  summary:
    "Record that a State has ceased to exist, or that an organisation was dissolved; or, without a day, that it exists",
  ...guarded("end-party"),
  request: {
    params: byCode,
    ...body(z.strictObject({ on: z.iso.date().nullable(), reason })),
  },
  responses: { ...waits, ...problems(400, 401, 403, 404, 409, 413, 415, 422) },
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
  api.openapi(end, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "end-party");
    const given = { ...c.req.valid("param"), ...c.req.valid("json") };
    return c.json(expectWaiting(await carryOut(c.get("ctx"), by, "end-party", given)), 202);
  });
  api.openapi(events, async (c) => {
    const items = await listPartyEvents(c.get("ctx").db, acting(c), c.req.valid("param").code);
    return c.json({ items }, 200);
  });
}
