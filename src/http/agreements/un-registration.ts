import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import {
  checklistItems,
  type RegistrationView,
  viewRegistration,
} from "#src/agreements/registration/view.ts";
import { type Api, acting } from "../api/api.ts";
import { byId, json, problems } from "../api/contract.ts";

const words = z.record(z.string(), z.string());

const Registration = z
  .object({
    route: z.enum(["registration", "filing", "none"]).openapi({
      description:
        "A Member of the United Nations registers; without one, agreements of its system are filed and recorded",
    }),
    basis: z.enum(["in-force", "provisional"]).nullable(),
    checklist: z.array(z.object({ item: z.enum(checklistItems), there: z.boolean() })),
    actions: z
      .array(
        z.object({
          action: z.int(),
          heading: words,
          party: z.object({ code: z.string(), names: words }).nullable(),
          on: z.string().nullable(),
          sent: z
            .object({
              on: z.string(),
              by: z.string().nullable(),
              route: z.string(),
              basis: z.string(),
            })
            .nullable(),
          registered: z
            .object({
              number: z.string(),
              on: z.string().nullable(),
              volume: z.string(),
              certificate: z.string().nullable(),
            })
            .nullable(),
          statement: z.int().nullable(),
        }),
      )
      .openapi({ description: "The treaty itself (0), and each later action" }),
  })
  .openapi("UnRegistration") satisfies z.ZodType<RegistrationView>;

const read = createRoute({
  method: "get",
  path: "/agreements/{id}/un-registration",
  tags: ["Agreements"],
  summary: "How the agreement stands towards registration with the United Nations",
  request: { params: byId },
  responses: {
    200: {
      description: "The route, what is missing, and what became of each action",
      ...json(Registration),
    },
    ...problems(400, 401, 404),
  },
});

/** The route for registration under Article 102 of the Charter. */
export function unRegistration(api: Api): void {
  api.openapi(read, async (c) => {
    const { db } = c.get("ctx");
    const row = await findAgreement(db, c.req.valid("param").id, acting(c));
    return c.json(await viewRegistration(db, row), 200);
  });
}
