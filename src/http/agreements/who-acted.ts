import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { whoActed } from "#src/agreements/read/who-acted.ts";
import { can } from "#src/people/can.ts";
import { type Api, acting } from "../api/api.ts";
import { byId, json, problems } from "../api/contract.ts";

const words = z.record(z.string(), z.string());

const read = createRoute({
  method: "get",
  path: "/agreements/{id}/people",
  tags: ["Evidence"],
  summary: "The names of those whose acts are on the agreement's record, as far as one sees it",
  request: { params: byId },
  responses: {
    200: {
      description: "By id",
      ...json(
        z.object({ items: z.array(z.object({ id: z.uuid(), names: words, titles: words })) }),
      ),
    },
    ...problems(400, 401, 404),
  },
});

/** Routes that resolve the person ids in the evidence, for people who can see that evidence. */
export function peopleOfRecord(api: Api): void {
  api.openapi(read, async (c) => {
    const person = acting(c);
    const { db } = c.get("ctx");
    const { id } = await findAgreement(db, c.req.valid("param").id, person);
    const onlyParty = can(person, "see-all-evidence") ? null : person.party;
    return c.json({ items: await whoActed(db, id, onlyParty) }, 200);
  });
}
