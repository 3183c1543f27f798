import { sha256 } from "#src/bytes/sha256.ts";
import { Refusal } from "#src/errors.ts";
import type { Metrics } from "#src/observe/metrics.ts";
import { type Api, answer } from "../api/api.ts";

/**
 * `/metrics`, for Prometheus. It is not part of the contract and requires the token. Without a configured token the
 * address does not exist; `serve-metrics.ts` has its own listener.
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

/** Returns the metrics as an answer. */
export async function pageOf(page: NonNullable<Metrics["page"]>): Promise<Response> {
  const { type, text } = await page();
  return new Response(text, { headers: { "Content-Type": type, "Cache-Control": "no-store" } });
}

/** Whether a request has the right token. Compares digests, so that timing reveals nothing about the token. */
export async function isBearer(header: string | undefined, token: string): Promise<boolean> {
  const shown = header?.match(/^Bearer ([\x21-\x7e]{1,500})$/i)?.[1] ?? "";
  return (await sha256(shown)) === (await sha256(token));
}
