import { z } from "@hono/zod-openapi";
import { entitle } from "#src/agreements/force/entitle.ts";
import { closeCeremony } from "#src/agreements/signing/close-ceremony.ts";
import type { Api } from "../api/api.ts";
import { partyCode, reason } from "../api/contract.ts";
import { actResource } from "./act-resource.ts";

/** Routes for a text that stays open for signature and accession (VCLT articles 12, 15 and 77(1)(e)). */
export function openingActs(api: Api): void {
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
    entitle,
  );
}
