import { createRoute, z } from "@hono/zod-openapi";
import { listSteps, procedureSteps, reportStep } from "#src/desk/domestic-procedure.ts";
import { type Api, acting } from "../api/api.ts";
import { body, byId, day, json, partyCode, problems, reason } from "../api/contract.ts";

const about = { tags: ["Desk"] };
const step = z.enum(procedureSteps);

const ReportedStep = z
  .object({
    party: z.string(),
    step,
    on: z.string().nullable(),
    expectedOn: z.string().nullable(),
    note: z.string().nullable(),
    public: z.boolean().openapi({ description: "Whether the public register shows it" }),
    correspondence: z.uuid().nullable().openapi({
      description: "For the office: the entry of the register from which it was entered",
    }),
    person: z.object({ id: z.uuid(), names: z.record(z.string(), z.string()) }).nullable(),
    at: z.string(),
    earlier: z.array(
      z.object({
        on: z.string().nullable(),
        expectedOn: z.string().nullable(),
        note: z.string().nullable(),
        at: z.string(),
      }),
    ),
  })
  .openapi("ReportedStep");

const list = createRoute({
  ...about,
  method: "get",
  path: "/agreements/{id}/procedures",
  summary: "How far each party's domestic procedure is, as it reports; without effect in law",
  request: { params: byId },
  responses: {
    200: {
      description: "The last report of each step, with the earlier ones",
      ...json(z.object({ items: z.array(ReportedStep) })),
    },
    ...problems(400, 401, 404),
  },
});
const report = createRoute({
  ...about,
  method: "post",
  path: "/agreements/{id}/procedures",
  summary: "Report a step of a party's domestic procedure; without effect in law until notified",
  request: {
    params: byId,
    ...body(
      z.strictObject({
        party: partyCode.optional(),
        step,
        on: day.optional().meta({ description: "When it was completed" }),
        expectedOn: day.optional(),
        note: reason.optional(),
        public: z.boolean().default(false),
        correspondence: z.uuid().optional().openapi({
          description: "For the office: the paper of the party that says so",
        }),
      }),
    ),
  },
  responses: {
    201: { description: "Reported", ...json(z.object({ id: z.uuid() })) },
    ...problems(400, 401, 403, 404, 413, 415, 422),
  },
});

/** Routes for domestic procedures: a party's focal point reports, all who see the agreement read. */
export function procedures(api: Api): void {
  api.openapi(list, async (c) => {
    const { id } = c.req.valid("param");
    return c.json({ items: await listSteps(c.get("ctx").db, id, acting(c)) }, 200);
  });
  api.openapi(report, async (c) => {
    const { id } = c.req.valid("param");
    const asked = { agreement: id, person: acting(c) };
    const made = await reportStep(c.get("ctx"), asked, c.req.valid("json"));
    c.header("Location", `/api/v1/agreements/${id}/procedures`);
    return c.json(made, 201);
  });
}
