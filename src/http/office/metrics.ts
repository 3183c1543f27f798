import { sha256 } from "#src/bytes/sha256.ts";
import { Refusal } from "#src/errors.ts";
import type { Metrics } from "#src/observe/metrics.ts";
import { type Api, answer } from "../api/api.ts";

/**
 * `/metrics`, for Prometheus: no part of the contract, and only for who shows the token. Without one there is nothing at
 * this address; `serve-metrics.ts` has a listener of its own.
 */
export function metrics(app: Api): void {
  app.get("/metrics", async (c) => {
    const { metrics, metricsToken: token } = c.get("ctx");
    if (!metrics.page || token === null) {
      throw new Refusal("not-found", "There is nothing at this address.");
    }
    if (!(await isBearer(c.req.header("Authorization"), token))) {
      throw new Refusal("unauthenticated", "The figures are read with METRICS_TOKEN.");
    }
    return answer(await pageOf(metrics.page));
  });
}

/** The figures as an answer. */
export async function pageOf(page: NonNullable<Metrics["page"]>): Promise<Response> {
  const { type, text } = await page();
  return new Response(text, { headers: { "Content-Type": type, "Cache-Control": "no-store" } });
}

/** Whether a request shows the token; how long it takes says nothing of how much of it was right. */
export async function isBearer(header: string | undefined, token: string): Promise<boolean> {
  const shown = header?.match(/^Bearer ([\x21-\x7e]{1,500})$/i)?.[1] ?? "";
  return (await sha256(shown)) === (await sha256(token));
}
