import { createRoute, z } from "@hono/zod-openapi";
import {
  listWaiting,
  type Waiting,
  type WaitingList,
} from "#src/agreements/awaited/list-waiting.ts";
import { actTypes } from "#workflows/acts.ts";
import { type Api, acting } from "../api/api.ts";
import { json, problems } from "../api/contract.ts";

const WaitingAct = z
  .object({
    agreement: z.uuid(),
    reference: z.string(),
    title: z.record(z.string(), z.string()),
    stage: z.string(),
    act: z.enum(actTypes),
    since: z.iso.datetime().openapi({ description: "Since when the agreement is in this stage" }),
    due: z.iso.datetime().nullable(),
  })
  .openapi("Waiting") satisfies z.ZodType<Waiting>;

const List = z
  .object({
    items: z.array(WaitingAct),
    upToDate: z.boolean().openapi({
      description:
        "False while many agreements have just changed and the list may lack what waits in them",
    }),
  })
  .openapi("WaitingList") satisfies z.ZodType<WaitingList>;

const list = createRoute({
  method: "get",
  path: "/waiting",
  tags: ["Agreements"],
  summary: "What waits for this person: acts to take now that move an agreement on",
  responses: {
    200: {
      description: "What is due first, then what has lain longest; at most 200",
      ...json(List),
    },
    ...problems(401),
  },
});

export function waiting(api: Api): void {
  api.openapi(list, async (c) => {
    const person = acting(c);
    const { db, now } = c.get("ctx");
    return c.json(await listWaiting(db, { person, at: now() }), 200);
  });
}
