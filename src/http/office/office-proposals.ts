import { createRoute, z } from "@hono/zod-openapi";
import { Refusal } from "#src/errors.ts";
import { confirmOfficeProposal, rejectOfficeProposal } from "#src/office/answer.ts";
import { listOfficeProposals, type OfficeProposalView } from "#src/office/list.ts";
import type { Proposed } from "#src/office/propose.ts";
import { can } from "#src/people/can.ts";
import { type Api, acting } from "../api/api.ts";
import { body, byId, json, problems, reason } from "../api/contract.ts";
import { guarded } from "../api/guarded.ts";
import { requireSafeguards } from "../api/identify.ts";

const about = { tags: ["People"] };
const kind = z.enum(["invite-person", "change-person", "publish-template", "end-party"]);

const Waiting = z
  .object({ proposal: z.uuid() })
  .openapi("WaitingProposal", { description: "Kept until a second person confirms it" });

/** The answer for a change that waits for a second person. */
export const waits = {
  202: { description: "Kept until a second person confirms it", ...json(Waiting) },
};

/** Returns the proposal of a change that always needs a second person. */
export function expectWaiting(done: Proposed): { proposal: string } {
  if ("proposal" in done) return done;
  throw new Error("It was carried out by one person.");
}

const Proposal = z
  .object({
    id: z.uuid(),
    kind,
    subject: z.string().openapi({
      description:
        "The person's id, the address that is invited, the template's name, or the party's code",
    }),
    given: z.record(z.string(), z.unknown()),
    state: z.enum(["waiting", "expired", "confirmed", "rejected"]),
    proposedBy: z.uuid(),
    at: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    endedBy: z.uuid().nullable(),
    reason: z.string().nullable(),
  })
  .openapi("OfficeProposal", {
    description: "A change of an account, a template or a party that waits for a second person",
  }) satisfies z.ZodType<OfficeProposalView>;

const list = createRoute({
  ...about,
  method: "get",
  path: "/office-proposals",
  summary: "Changes of accounts and templates that wait for a second person, and those that did",
  responses: {
    200: {
      description: "The newest first, at most two hundred; a legal officer sees those of templates",
      ...json(z.object({ items: z.array(Proposal) })),
    },
    ...problems(401, 403),
  },
});
const confirm = createRoute({
  ...about,
  ...guarded("confirm-office-proposal"),
  method: "post",
  path: "/office-proposals/{id}/confirmations",
  summary: "Confirm, as a second person, what another has proposed; only now does it happen",
  request: { params: byId, ...body(z.strictObject({})) },
  responses: {
    201: {
      description: "Carried out",
      ...json(
        z.object({
          kind,
          id: z.string().openapi({
            description: "The person's id, the template's digest, or the party's code",
          }),
        }),
      ),
    },
    ...problems(400, 401, 403, 404, 409, 413, 415, 422, 501),
  },
});
const reject = createRoute({
  ...about,
  ...guarded("reject-office-proposal"),
  method: "post",
  path: "/office-proposals/{id}/rejections",
  summary: "Reject what waits, or take back what one has proposed",
  request: { params: byId, ...body(z.strictObject({ reason })) },
  responses: {
    204: { description: "It never happens" },
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
});

/** Routes for changes to accounts and templates that one person proposes and another confirms. */
export function officeProposals(api: Api): void {
  api.openapi(list, async (c) => {
    if (!can(acting(c), "propose-template")) {
      throw new Refusal("forbidden", "Only the office sees what waits for a second person.");
    }
    const { db, now } = c.get("ctx");
    return c.json({ items: await listOfficeProposals(db, now()) }, 200);
  });
  api.openapi(confirm, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "confirm-office-proposal");
    return c.json(await confirmOfficeProposal(c.get("ctx"), by, c.req.valid("param").id), 201);
  });
  api.openapi(reject, async (c) => {
    const wanted = { ...c.req.valid("param"), ...c.req.valid("json") };
    await rejectOfficeProposal(c.get("ctx"), acting(c), wanted);
    return c.body(null, 204);
  });
}
