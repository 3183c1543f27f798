import { z } from "@hono/zod-openapi";
import type { PartyOrder } from "#workflows/party-kinds.ts";
import { language, partyCode } from "./contract.ts";

/** A party of an agreement, and for a State whether it takes part as its Government. */
export const namedParty = z.strictObject({
  code: partyCode,
  as: z.enum(["state", "government"]).optional().openapi({
    description:
      "A State may take part as its Government, which changes its name in texts; the State is bound either way",
  }),
});

/** How an agreement orders its parties. */
export const partyOrder = z
  .discriminatedUnion("by", [
    z.strictObject({ by: z.literal("protocol") }),
    z.strictObject({ by: z.literal("alphabetical"), language }),
    z.strictObject({ by: z.literal("as-chosen") }),
  ])
  .openapi({
    description:
      "Protocol order by default. The alphabet is that of the official names in the language, without their article. The alternat puts a party first in its own original, whatever the order",
  }) satisfies z.ZodType<PartyOrder>;
