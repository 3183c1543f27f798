import { createRoute, z } from "@hono/zod-openapi";
import {
  endGeneralPowers,
  lodgeGeneralPowers,
  verifyGeneralPowers,
} from "#src/office/general-powers.ts";
import { listGeneralPowers, powerStates } from "#src/office/list-general-powers.ts";
import { authorisedActs } from "#workflows/offices.ts";
import { type Api, acting } from "../api/api.ts";
import { body, json, partyCode, problems, reason } from "../api/contract.ts";
import { guarded } from "../api/guarded.ts";
import { requireSafeguards } from "../api/identify.ts";

const about = { tags: ["Reference"] };
const day = z.iso.date();
const words = z.string().min(1).max(500);

const GeneralPowers = z
  .object({
    id: z.uuid(),
    party: z.string(),
    person: z.object({ id: z.uuid(), names: z.record(z.string(), z.string()) }),
    acts: z.array(z.string()),
    issuedBy: z.string(),
    signedBy: z.string(),
    place: z.string(),
    issuedOn: z.string(),
    validFrom: z.string(),
    validUntil: z.string().nullable(),
    restrictions: z.string().nullable(),
    form: z.enum(["original", "copy"]),
    state: z.enum(powerStates),
    lodgedBy: z.uuid(),
    verifiedBy: z.array(z.uuid()),
    reason: z.string().nullable().openapi({ description: "Why they were rejected or revoked" }),
    lodgedAt: z.iso.datetime(),
  })
  .openapi("GeneralPowers");

const list = createRoute({
  ...about,
  method: "get",
  path: "/general-powers",
  summary: "General full powers, lodged once for all instruments",
  request: { query: z.strictObject({ party: partyCode.optional() }) },
  responses: {
    200: {
      description: "The newest first; those of parties with which one has an agreement",
      ...json(z.object({ items: z.array(GeneralPowers) })),
    },
    ...problems(400, 401),
  },
});
const lodge = createRoute({
  ...about,
  method: "post",
  path: "/general-powers",
  summary: "Lodge general full powers of a party's representative",
  ...guarded("lodge-general-powers"),
  request: body(
    z.strictObject({
      party: partyCode,
      person: z.uuid(),
      acts: z.array(z.enum(authorisedActs)).min(1).max(4),
      issuedBy: words,
      signedBy: words,
      place: words,
      issuedOn: day,
      validFrom: day.optional(),
      validUntil: day.optional(),
      restrictions: z.string().min(1).max(4000).optional(),
      form: z.enum(["original", "copy"]),
    }),
  ),
  responses: {
    201: { description: "Lodged", ...json(z.object({ id: z.uuid() })) },
    ...problems(400, 401, 403, 413, 415, 422),
  },
});
const byId = z.object({ id: z.uuid() });
const verify = createRoute({
  ...about,
  method: "post",
  path: "/general-powers/{id}/verifications",
  summary: "Verify them; they count with the second verification",
  ...guarded("verify-general-powers"),
  request: { params: byId, ...body(z.strictObject({})) },
  responses: {
    204: { description: "Verified" },
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
});
const end = createRoute({
  ...about,
  method: "post",
  path: "/general-powers/{id}/endings",
  summary: "Record that they are rejected, or that the party revoked them",
  ...guarded("end-general-powers"),
  request: {
    params: byId,
    ...body(z.strictObject({ verdict: z.enum(["rejected", "revoked"]), reason })),
  },
  responses: {
    204: { description: "Ended" },
    ...problems(400, 401, 403, 404, 409, 413, 415, 422),
  },
});

/** Routes for general full powers. The secretariat keeps them; parties see those of their counterparts. */
export function generalPowers(api: Api): void {
  api.openapi(list, async (c) => {
    acting(c);
    const { party = null } = c.req.valid("query");
    return c.json({ items: await listGeneralPowers(c.get("ctx").db, party) }, 200);
  });
  api.openapi(lodge, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "lodge-general-powers");
    const done = await lodgeGeneralPowers(c.get("ctx"), by, c.req.valid("json"));
    c.header("Location", "/api/v1/general-powers");
    return c.json(done, 201);
  });
  api.openapi(verify, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "verify-general-powers");
    await verifyGeneralPowers(c.get("ctx"), by, c.req.valid("param").id);
    return c.body(null, 204);
  });
  api.openapi(end, async (c) => {
    const by = acting(c);
    requireSafeguards(c, "end-general-powers");
    const { id } = c.req.valid("param");
    await endGeneralPowers(c.get("ctx"), by, id, c.req.valid("json"));
    return c.body(null, 204);
  });
}
