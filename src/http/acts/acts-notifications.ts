import { z } from "@hono/zod-openapi";
import type { Api } from "../api/api.ts";
import { day, notificationNumber, partyCode, reason } from "../api/contract.ts";
import { actResource, seldom } from "./act-resource.ts";

const about = z.strictObject({ notification: notificationNumber, reason });

/** Routes for what becomes of a notification: received, issued again, cancelled (VCLT article 78). */
export function notificationActs(api: Api): void {
  actResource(
    api,
    {
      name: "notification-receipts",
      summary: "Record that a State received a notification",
      body: z.strictObject({
        notification: notificationNumber,
        party: partyCode.optional(),
        on: day.optional(),
      }),
    },
    seldom(
      async () => (await import("#src/agreements/notify/acknowledge.ts")).acknowledgeNotification,
    ),
  );
  actResource(
    api,
    {
      name: "notification-reissues",
      summary: "Issue a notification again under its number, as the record now reads",
      body: about,
    },
    seldom(async () => (await import("#src/agreements/notify/change.ts")).reissueNotification),
  );
  actResource(
    api,
    {
      name: "notification-cancellations",
      summary: "Cancel a notification for all to see; its number is not used again",
      body: about,
    },
    seldom(async () => (await import("#src/agreements/notify/change.ts")).cancelNotification),
  );
}
