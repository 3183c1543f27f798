import { z } from "@hono/zod-openapi";
import { succeed, successionBases } from "#src/agreements/force/succeed.ts";
import type { Api } from "../api/api.ts";
import {
  day,
  digest,
  language,
  line,
  partyCode,
  reason,
  reservations,
  whyNow,
} from "../api/contract.ts";
import { actResource, seldom } from "./act-resource.ts";
import { articleNumber, signedInstrument } from "./signed-instrument.ts";

/** A party's statement, and the depositary about its receipt. */
const received = {
  party: partyCode.optional(),
  on: day.optional().meta({ description: "The day of its receipt; today unless given" }),
  file: digest.optional(),
  reason: whyNow.optional(),
};

/** Routes for what States notify and declare beside their consent. */
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
  actResource(
    api,
    {
      name: "territories",
      summary: "Declare to which territories the agreement extends or does not (VCLT article 29)",
      body: z.strictObject({
        effect: z.enum(["extension", "exclusion", "withdrawal"]),
        territories: z
          .array(line)
          .min(1)
          .max(50)
          .openapi({ description: "As the State writes them" }),
        language,
        text: reason.optional(),
        ...received,
      }),
    },
    seldom(
      async () => (await import("#src/agreements/force/declare-territory.ts")).declareTerritory,
    ),
  );
  actResource(
    api,
    {
      name: "article-declarations",
      summary: "Make, change or withdraw a declaration that an article requires or permits",
      body: z.strictObject({
        article: articleNumber,
        change: z.enum(["made", "changed", "withdrawn"]).default("made"),
        language,
        text: reason.optional(),
        ...received,
      }),
    },
    seldom(
      async () =>
        (await import("#src/agreements/force/declare-under-article.ts")).declareUnderArticle,
    ),
  );
  actResource(
    api,
    {
      name: "authorities",
      summary: "Designate the authority that an article asks for",
      body: z.strictObject({
        article: articleNumber,
        language,
        name: line,
        address: reason,
        contact: line,
        from: day
          .optional()
          .meta({ description: "From when it is competent; the day of receipt if absent" }),
        ...received,
      }),
    },
    seldom(
      async () => (await import("#src/agreements/force/designate-authority.ts")).designateAuthority,
    ),
  );
}
