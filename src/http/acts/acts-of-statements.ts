import { z } from "@hono/zod-openapi";
import { succeed, successionBases } from "#src/agreements/force/succeed.ts";
import type { Api } from "../api/api.ts";
import { day, line, partyCode, reason, reservations } from "../api/contract.ts";
import { actResource } from "./act-resource.ts";
import { signedInstrument } from "./signed-instrument.ts";

/** Routes for what States notify and declare beside their consent: succession and continuity. */
export function statementActs(api: Api): void {
  actResource(
    api,
    {
      name: "successions",
      summary: "Record a notification of succession, or a declaration of continuity",
      body: z.strictObject({
        party: partyCode,
        kind: z.enum(["succession", "continuity"]),
        predecessor: partyCode.optional().openapi({ description: "For a succession" }),
        succeededOn: day.optional().meta({ description: "The date of succession" }),
        basis: z.enum(successionBases).optional(),
        formerName: line.optional().openapi({
          description: "For a declaration of continuity: the name under which the State took part",
        }),
        agreed: reason.optional().openapi({
          description: "How the other party to a bilateral agreement agreed",
        }),
        withdraws: z.array(z.uuid()).max(50).optional().openapi({
          description: "Reservations of the predecessor that the State does not maintain",
        }),
        reservations: reservations.optional(),
        ...signedInstrument,
      }),
    },
    succeed,
  );
}
