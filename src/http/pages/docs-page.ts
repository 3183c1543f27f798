import { html } from "hono/html";
import type { Api } from "../api/api.ts";
import type { servedContract } from "../api/served-contract.ts";
import { page } from "./page.ts";

type Operation = { summary?: string; tags?: string[]; responses?: Record<string, unknown> };

/** A readable reference, generated from the contract. */
export function docsPage(app: Api, contract: ReturnType<typeof servedContract>): void {
  app.get("/docs", async (c) => {
    const { paths } = await contract(c);
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
        path,
        method: method.toUpperCase(),
        ...operation,
      })),
    );
    const tags = [...new Set(operations.map(({ tags }) => tags?.[0] ?? "Other"))];
    return c.html(
      page(
        "API",
        html`<header><h1>Depositary's API</h1>
            <nav><a href="/">Register</a> · <a href="/openapi.json">openapi.json</a></nav></header>
          <main>
            <p>Every act is a resource. Send <code>If-Match</code> with the version you have seen and
            <code>Idempotency-Key</code> with what must happen once; errors are
            <code>application/problem+json</code>.</p>
            ${tags.map(
              (tag) =>
                html`<h2>${tag}</h2><div class="table"><table><tbody>${operations
                  .filter(({ tags }) => (tags?.[0] ?? "Other") === tag)
                  .map(
                    ({ method, path, summary, responses }) => html`<tr>
                    <td><code>${method} ${path}</code></td><td>${summary ?? ""}</td>
                    <td class="quiet">${Object.keys(responses ?? {}).join(" ")}</td></tr>`,
                  )}</tbody></table></div>`,
            )}
          </main>`,
      ),
    );
  });
}
