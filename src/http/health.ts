import { sql } from "kysely";
import { Refusal } from "#src/errors.ts";
import type { Api } from "./api.ts";

/** For balancers and operators: alive, and ready to act. Not part of the contract of /api/v1. */
export function health(api: Api): void {
  api.get("/healthz", (c) => c.json({ alive: true }));
  api.get("/readyz", async (c) => {
    try {
      await sql`SELECT FROM agreements LIMIT 1`.execute(c.get("ctx").db);
    } catch {
      throw new Refusal("unavailable", "The database does not answer.", { retryAfter: 2 });
    }
    return c.json({ ready: true });
  });
}
