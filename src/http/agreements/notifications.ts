import { createRoute, z } from "@hono/zod-openapi";
import { findAgreement } from "#src/agreements/find.ts";
import { listNotifications, listTold } from "#src/agreements/notify/list-notifications.ts";
import { everybody } from "#src/db/principal.ts";
import { type Api, acting } from "../api/api.ts";
import { byId, json, problems } from "../api/contract.ts";
import { NotificationShape } from "./notification-shape.ts";

const Told = z.object({
  party: z.string(),
  sentAt: z.iso.datetime().nullable().openapi({ description: "When the first letter was sent" }),
  openedAt: z.iso
    .datetime()
    .nullable()
    .openapi({ description: "When someone of the party first fetched the sealed page" }),
  receivedOn: z.iso
    .date()
    .nullable()
    .openapi({ description: "The day of receipt that the State stated (VCLT article 78(c))" }),
});

const Notification = NotificationShape.extend({
  told: z.array(Told).openapi({
    description: "How each State was told; a representative reads that of their own party only",
  }),
}).openapi("Notification");

const list = createRoute({
  method: "get",
  path: "/agreements/{id}/notifications",
  tags: ["Agreements"],
  summary: "What the depositary has notified to all parties and those entitled to become parties",
  request: { params: byId },
  responses: {
    200: {
      description: "The newest first",
      ...json(z.object({ items: z.array(Notification) })),
    },
    ...problems(400, 401, 404),
  },
});

const listPublic = createRoute({
  method: "get",
  path: "/register/{id}/notifications",
  tags: ["Register"],
  summary: "The depositary notifications about a published agreement; open to all",
  request: { params: byId },
  responses: {
    200: {
      description: "The newest first",
      ...json(z.object({ items: z.array(NotificationShape) })),
    },
    ...problems(400),
  },
});

/** Routes for the notifications of an agreement: who was told what and when (VCLT articles 77(1)(e) and 78). */
export function notifications(api: Api): void {
  api.openapi(list, async (c) => {
    const person = acting(c);
    const { db } = c.get("ctx");
    const { id } = c.req.valid("param");
    await findAgreement(db, id, person);
    const items = await listNotifications(db, id);
    const told = await listTold(db, id, person.party);
    return c.json(
      {
        items: items.map((one) => ({
          ...one,
          told: (told.get(one.number) ?? []).map(({ sentAt, openedAt, ...rest }) => ({
            ...rest,
            sentAt: sentAt && new Date(sentAt).toISOString(),
            openedAt: openedAt && new Date(openedAt).toISOString(),
          })),
        })),
      },
      200,
    );
  });
  api.openapi(listPublic, async (c) => {
    const db = c.get("ctx").as(everybody);
    return c.json({ items: await listNotifications(db, c.req.valid("param").id) }, 200);
  });
}
