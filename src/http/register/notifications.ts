import { createRoute, z } from "@hono/zod-openapi";
import { registeredNotifications } from "#src/agreements/notify/list-notifications.ts";
import { everybody } from "#src/db/principal.ts";
import { NotificationShape } from "../agreements/notification-shape.ts";
import type { Api } from "../api/api.ts";
import { json, notificationNumber, partyCode, problems } from "../api/contract.ts";
import { limit } from "../api/paging.ts";

const Registered = NotificationShape.extend({
  agreement: z.object({
    id: z.uuid(),
    reference: z.string(),
    title: z.record(z.string(), z.string()),
  }),
}).openapi("RegisteredNotification");

const list = createRoute({
  method: "get",
  path: "/register/notifications",
  tags: ["Register"],
  summary: "The depositary notifications about all published agreements; open to all",
  request: {
    query: z.strictObject({
      year: z.coerce.number().int().min(1900).max(9999).optional(),
      party: partyCode.optional(),
      before: notificationNumber.optional().openapi({
        description: "The number of the last one read; the page begins after it",
      }),
      limit,
    }),
  },
  responses: {
    200: {
      description: "The newest first; `next` is the number to give as `before`",
      ...json(z.object({ items: z.array(Registered), next: z.string().nullable() })),
    },
    ...problems(400),
  },
});

/** The route for the public list of notifications. */
export function registerNotifications(api: Api): void {
  api.openapi(list, async (c) => {
    const db = c.get("ctx").as(everybody);
    const { limit, ...filter } = c.req.valid("query");
    const rows = await registeredNotifications(db, { ...filter, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const next = rows.length > limit ? (items.at(-1)?.number ?? null) : null;
    return c.json({ items, next }, 200);
  });
}
