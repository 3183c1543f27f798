import { z } from "@hono/zod-openapi";
import { closeCeremony } from "#src/agreements/signing/close-ceremony.ts";
import { adopt } from "#src/agreements/text/adopt.ts";
import type { Api } from "../api/api.ts";
import { day, digest, partyCode, reason, whyNow } from "../api/contract.ts";
import { actResource, seldom } from "./act-resource.ts";

const votes = z.int().min(0).max(1000);

/** Routes for adopting a text, and for one that stays open for signature (VCLT articles 9, 12, 15 and 77(1)(e)). */
export function openingActs(api: Api): void {
  actResource(
    api,
    {
      name: "adoption",
      summary:
        "Record that the conference adopted the text by its majority; a second officer confirms",
      body: z.strictObject({
        digest,
        on: day,
        vote: z.strictObject({ present: votes, for: votes, against: votes, abstaining: votes }),
        file: digest.openapi({ description: "The record of the vote, attached to the agreement" }),
        reason: whyNow.optional(),
      }),
    },
    adopt,
  );
  actResource(
    api,
    {
      name: "ceremony-closings",
      summary:
        "Close the ceremony of a text that stays open for signature: what was signed is sealed",
      body: z.strictObject({}),
    },
    closeCeremony,
  );
  actResource(
    api,
    {
      name: "entitlements",
      summary:
        "Record that the text is open to another State or organisation, as its clause foresees",
      body: z.strictObject({
        party: partyCode,
        ways: z
          .array(z.enum(["sign", "accede"]))
          .min(1)
          .max(2),
        reason,
      }),
    },
    seldom(async () => (await import("#src/agreements/force/entitle.ts")).entitle),
  );
}
