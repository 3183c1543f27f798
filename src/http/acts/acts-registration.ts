import { z } from "@hono/zod-openapi";
import type { Api } from "../api/api.ts";
import { day, digest, line, partyCode } from "../api/contract.ts";
import { actResource, seldom } from "./act-resource.ts";

const action = z.int().min(0).max(1_000_000).default(0).openapi({
  description: "0 for the treaty itself, else the entry of the evidence that changed it",
});

/** Routes for registration with the United Nations (Charter, article 102; VCLT article 80). */
export function registrationActs(api: Api): void {
  actResource(
    api,
    {
      name: "un-submission",
      summary: "Record that the treaty or a later action was sent to the United Nations",
      body: z.strictObject({
        action,
        on: day.optional().meta({ description: "The day it was sent; today if absent" }),
        sentBy: partyCode.optional().openapi({
          description: "The party that sent it; the depositary if absent",
        }),
        reason: z.string().trim().max(4000).default("").openapi({
          description:
            "Of a text that does not bind by its terms: the parties' position that it does",
        }),
      }),
    },
    seldom(async () => (await import("#src/agreements/registration/send.ts")).sendToUn),
  );
  actResource(
    api,
    {
      name: "un-registration",
      summary: "Record the number, date, volume and certificate of a registration",
      body: z.strictObject({
        action,
        number: line,
        on: day.optional(),
        volume: line.optional(),
        certificate: digest.optional(),
      }),
    },
    seldom(async () => (await import("#src/agreements/registration/send.ts")).recordRegistration),
  );
}
