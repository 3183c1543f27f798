import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { exportEvidence } from "#src/evidence/export.ts";
import { may } from "#src/people/may.ts";
import { type Api, acting, answer } from "./api.ts";
import { byId, problems } from "./contract.ts";

const read = createRoute({
  method: "get",
  path: "/agreements/{id}/evidence",
  tags: ["Evidence"],
  summary: "The agreement's chain of evidence, one entry a line",
  request: { params: byId },
  responses: {
    200: { description: "NDJSON", content: { "application/x-ndjson": { schema: z.string() } } },
    ...problems(400, 401, 404),
  },
});

export function evidence(api: Api): void {
  api.openapi(read, async (c) => {
    const person = acting(c);
    const { db } = c.get("ctx");
    const row = await findAgreement(db, c.req.valid("param").id, person);
    const onlyParty = may(person, "see-all-evidence") ? null : person.party;
    const lines = await exportEvidence(db, row.id, { onlyParty });
    return answer(c.body(lines, 200, { "Content-Type": "application/x-ndjson; charset=utf-8" }));
  });
}
