import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { confirmProposal, rejectProposal } from "#src/agreements/force/answer-proposal.ts";
import { listProposals, type ProposalView } from "#src/agreements/read/list-proposals.ts";
import { Refusal } from "#src/errors.ts";
import { can } from "#src/people/can.ts";
import { actTypes } from "#workflows/acts.ts";
import { secondPersonRules } from "#workflows/second-person.ts";
import { type Api, acting } from "../api/api.ts";
import { byId, json, problems, reason } from "../api/contract.ts";
import { actResource } from "./act-resource.ts";
import { Consequence } from "./consequence-schema.ts";

const Proposal = z
  .object({
    id: z.uuid(),
    act: z.enum(actTypes),
    party: z.string().nullable(),
    rule: z.enum(secondPersonRules),
    state: z.enum(["waiting", "expired", "confirmed", "rejected"]),
    given: z.record(z.string(), z.unknown()),
    proposedBy: z.uuid(),
    at: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    endedBy: z.uuid().nullable(),
    reason: z.string().nullable(),
    consequence: Consequence.nullable(),
  })
  .openapi("Proposal", {
    description: "An act that one officer has recorded and that waits for a second one",
  }) satisfies z.ZodType<ProposalView>;

const read = createRoute({
  method: "get",
  path: "/agreements/{id}/proposals",
  tags: ["Agreements"],
  summary: "Acts that wait for a second officer, with what each would bring about",
  request: { params: byId },
  responses: {
    200: {
      description: "The newest first, at most two hundred",
      ...json(z.object({ items: z.array(Proposal) })),
    },
    ...problems(400, 401, 403, 404),
  },
});

/** Routes for acts that need a second officer: waiting acts, confirmation and rejection. */
export function proposals(api: Api): void {
  api.openapi(read, async (c) => {
    const person = acting(c);
    const ctx = c.get("ctx");
    const row = await findAgreement(ctx.db, c.req.valid("param").id, person);
    if (!can(person, "confirm-proposal")) {
      throw new Refusal("forbidden", "Only the office sees what waits for a second officer.");
    }
    return c.json({ items: await listProposals(ctx.db, row, { person, now: ctx.now() }) }, 200);
  });
  actResource(
    api,
    {
      name: "proposal-confirmations",
      summary: "Confirm, as a second officer, an act that waits; only now does it happen",
      body: z.strictObject({ proposal: z.uuid() }),
    },
    confirmProposal,
  );
  actResource(
    api,
    {
      name: "proposal-rejections",
      summary: "Reject an act that waits for a second officer",
      body: z.strictObject({ proposal: z.uuid(), reason }),
    },
    rejectProposal,
  );
}
