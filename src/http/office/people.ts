import { createRoute, z } from "@hono/zod-openapi";
import { listEvents } from "#src/accounts/list-events.ts";
import { approveRecovery, askRecovery, listRecoveries } from "#src/accounts/recover.ts";
import { withdrawRecovery } from "#src/accounts/withdraw-recovery.ts";
import { carryOut } from "#src/office/propose.ts";
import { shownEmail } from "#src/people/email.ts";
import { email } from "../accounts/account-schemas.ts";
import { type Api, acting, serviceOf } from "../api/api.ts";
import {
  body,
  byId,
  json,
  language,
  partyCode,
  problems,
  reason,
  worded,
} from "../api/contract.ts";
import { guarded } from "../api/guarded.ts";
import { requireSafeguards } from "../api/identify.ts";
import { expectWaiting, waits } from "./office-proposals.ts";

const about = { tags: ["People"] };
const id = z.object({ id: z.uuid() });
const roles = z
  .array(z.enum(["legal-officer", "representative", "archivist", "secretariat"]))
  .min(1)
  .max(4);

const Recovery = z
  .object({
    id: z.uuid(),
    person: z.uuid(),
    email: z.string(),
    reason: z.string(),
    askedBy: z.uuid(),
    askedAt: z.iso.datetime(),
  })
  .openapi("Recovery");

const create = createRoute({
  ...about,
  method: "post",
  path: "/people",
  summary: "Propose to invite a person; the letter goes once a second person has confirmed it",
  ...guarded("invite-person"),
  request: body(
    z.strictObject({
      email,
      names: worded,
      titles: worded.default({}),
      language,
      roles,
      party: partyCode.nullable().default(null),
    }),
  ),
  responses: { ...waits, ...problems(400, 401, 403, 409, 413, 415, 422) },
});
const change = createRoute({
  ...about,
  method: "patch",
  path: "/people/{id}",
  summary:
    "Change a person's address, roles, party, state or names; never one's own. What gives more waits for a second person",
  ...guarded(
    "change-person",
    "grant-role",
    "change-address",
    "reactivate-person",
    "suspend-person",
  ),
  request: {
    params: byId,
    ...body(
      z.strictObject({
        email: email.optional(),
        names: worded.optional(),
        titles: worded.optional(),
        language: language.optional(),
        roles: roles.optional(),
        party: partyCode.nullable().optional(),
        state: z.enum(["active", "suspended"]).optional(),
      }),
    ),
  },
  responses: {
    204: { description: "Changed" },
    ...waits,
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
});
const AccountEvent = z
  .object({
    seq: z.string(),
    at: z.iso.datetime(),
    actor: z.uuid().nullable(),
    event: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .openapi("AccountEvent");

const events = createRoute({
  ...about,
  method: "get",
  path: "/people/{id}/events",
  summary: "What was done to a person's account; one's own, or as the secretariat",
  request: { params: byId },
  responses: {
    200: { description: "The newest first", ...json(z.object({ items: z.array(AccountEvent) })) },
    ...problems(400, 401, 403),
  },
});
const ask = createRoute({
  ...about,
  method: "post",
  path: "/people/{id}/recoveries",
  summary: "Recover the account of a person who has lost access",
  ...guarded("recover-account"),
  request: { params: byId, ...body(z.strictObject({ email, reason })) },
  responses: {
    201: { description: "Waits for a second person", ...json(id) },
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
});
const list = createRoute({
  ...about,
  method: "get",
  path: "/recoveries",
  summary: "The recoveries that wait for a second person",
  responses: {
    200: { description: "Oldest first", ...json(z.object({ items: z.array(Recovery) })) },
    ...problems(401, 403),
  },
});
const approve = createRoute({
  ...about,
  method: "post",
  path: "/recoveries/{id}/approvals",
  summary: "Approve a recovery that another has asked for: sessions, passkeys and keys end",
  ...guarded("recover-account"),
  request: { params: byId, ...body(z.strictObject({})) },
  responses: {
    204: { description: "Approved" },
    ...problems(400, 401, 403, 404, 409, 413, 415),
  },
});

const withdraw = createRoute({
  ...about,
  method: "delete",
  path: "/recoveries/{id}",
  summary: "Withdraw a recovery that waits, so that another one can be asked for",
  ...guarded("withdraw-recovery"),
  request: { params: byId },
  responses: {
    204: { description: "Withdrawn" },
    ...problems(400, 401, 403, 404, 413, 415),
  },
});

/** Shows the address in its readable form. */
const shown = (recovery: z.infer<typeof Recovery>) => ({
  ...recovery,
  email: shownEmail(recovery.email),
});

/** Routes with which the secretariat manages people. */
export function people(api: Api): void {
  api.openapi(create, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "invite-person");
    const done = await carryOut(serviceOf(c), by, "invite-person", c.req.valid("json"));
    return c.json(expectWaiting(done), 202);
  });
  api.openapi(change, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "change-person");
    const given = { person: c.req.valid("param").id, ...c.req.valid("json") };
    const done = await carryOut(serviceOf(c), by, "change-person", given);
    return "proposal" in done ? c.json(done, 202) : c.body(null, 204);
  });
  api.openapi(events, async (c) => {
    const items = await listEvents(serviceOf(c), acting(c), c.req.valid("param").id);
    return c.json({ items }, 200);
  });
  api.openapi(ask, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "recover-account");
    const wanted = { person: c.req.valid("param").id, ...c.req.valid("json") };
    return c.json(await askRecovery(serviceOf(c), by, wanted), 201);
  });
  api.openapi(list, async (c) => {
    return c.json({ items: (await listRecoveries(serviceOf(c), acting(c))).map(shown) }, 200);
  });
  api.openapi(approve, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "recover-account");
    await approveRecovery(serviceOf(c), by, c.req.valid("param").id);
    return c.body(null, 204);
  });
  api.openapi(withdraw, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "withdraw-recovery");
    await withdrawRecovery(serviceOf(c), by, c.req.valid("param").id);
    return c.body(null, 204);
  });
}
