import { z } from "@hono/zod-openapi";
import type { ConsentEntry } from "#workflows/consent-table.ts";
import { type StatementView, statementActs } from "#workflows/statements.ts";
import { instruments } from "#workflows/terms.ts";

/** The column of consents in a status table. */
export const consentEntries = z
  .array(
    z.object({
      kind: z.enum([...instruments, "accession", "notification", "confirmation", "succession"]),
      on: z.iso.date(),
      withdrawnOn: z.iso.date().nullable(),
    }) satisfies z.ZodType<ConsentEntry>,
  )
  .openapi({
    description: "Instruments and other acts of consent, oldest first, withdrawn ones included",
  });

/** What parties stated beside their consent. */
export const statementEntries = z
  .array(
    z.object({
      act: z.enum(statementActs),
      on: z.iso.date(),
      said: z.record(z.string(), z.unknown()),
    }) satisfies z.ZodType<StatementView>,
  )
  .openapi({ description: "Successions and other statements of the party, oldest first" });

/** When and why a party, or the State behind it, ceased to exist. */
export const ceased = z
  .object({ on: z.iso.date(), reason: z.string() })
  .nullable()
  .meta({ description: "When and why it ceased to exist; null as long as it exists" });
