import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createApp } from "#src/app.ts";
import { contract } from "#src/http/openapi.ts";

const app = createApp(() => {
  throw new Error("No route is called here.");
});

test("docs/openapi.json is the contract that the routes make", async () => {
  const kept = await readFile(join(import.meta.dirname, "../../docs/openapi.json"), "utf8");
  expect(JSON.parse(kept)).toEqual(JSON.parse(JSON.stringify(contract(app))));
});

test("every route under /api/v1 is in the contract", () => {
  const declared = Object.entries(contract(app).paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item as object).map((method) => `${method} ${path}`),
  );
  const served = app.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/v1/"))
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, "{$1}")}`);
  expect(new Set(declared)).toEqual(new Set(served));
});

test("every declared problem is answered as application/problem+json", () => {
  for (const item of Object.values(contract(app).paths ?? {})) {
    for (const { responses } of Object.values(item as Record<string, { responses: object }>)) {
      for (const [status, answer] of Object.entries(responses)) {
        if (Number(status) < 400 || status === "416") continue;
        expect(Object.keys(answer.content)).toEqual(["application/problem+json"]);
      }
    }
  }
});
