import { z } from "@hono/zod-openapi";
import { notificationNumber } from "../api/contract.ts";

const words = z.record(z.string(), z.string());

/** A notification as everyone may read it. */
export const NotificationShape = z
  .object({
    number: notificationNumber,
    heading: words.openapi({ description: "What it is about, by language" }),
    party: z.object({ code: z.string(), names: words }).nullable(),
    on: z.iso.date().openapi({ description: "The day of the act, in the instrument's zone" }),
    circulatedOn: z.iso.date(),
    state: z.enum(["issued", "reissued", "cancelled"]),
    changedOn: z.iso.date().nullable(),
    reason: z.string().nullable(),
    paper: z
      .int()
      .nullable()
      .openapi({ description: "The sealed page among the agreement's papers; null until sealed" }),
  })
  .openapi("PublicNotification");
