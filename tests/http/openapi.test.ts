import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { contract } from "#src/http/api/openapi.ts";
import { createApp } from "#src/http/app.ts";

const app = createApp(() => {
  throw new Error("No route is called here.");
});

test("docs/openapi.json is the contract that the routes make", async () => {
  const kept = await readFile(join(import.meta.dirname, "../../docs/openapi.json"), "utf8");
  expect(JSON.parse(kept)).toEqual(JSON.parse(JSON.stringify(contract(app))));
});

test("every route under /api/v1 and what an operator watches are in the contract", () => {
  const declared = Object.entries(contract(app).paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item as object).map((method) => `${method} ${path}`),
  );
  const served = app.routes
    .filter(
      ({ method, path }) => method !== "ALL" && /^\/(?:api\/v1\/|healthz$|readyz$)/.test(path),
    )
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

type Operation = {
  operationId: string;
  description: string;
  tags: string[];
  security?: object[];
  requestBody?: object;
  responses: Record<string, object>;
};
const operations = Object.entries(contract(app).paths ?? {}).flatMap(([path, item]) =>
  Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    ...operation,
  })),
);

test("an independent linter finds neither an error nor a warning in the contract", async () => {
  const root = join(import.meta.dirname, "../..");
  const call = ["lint", "docs/openapi.json", "--extends=recommended", "--format=json"];
  const { stdout } = await promisify(execFile)(join(root, "node_modules/.bin/redocly"), call, {
    cwd: root,
    maxBuffer: 50_000_000,
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  }).catch((failed: { stdout: string }) => failed);
  expect(JSON.parse(stdout)).toMatchObject({ problems: [], totals: { errors: 0, warnings: 0 } });
});

test("every operation has a name of its own that a client can be generated with", () => {
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  expect(names.filter((name) => !/^[a-z][A-Za-z]+$/.test(name))).toEqual([]);
  const of = (name: string) => operations.find((one) => one.name === name)?.operationId;
  expect([
    of("GET /api/v1/agreements"),
    of("POST /api/v1/agreements/{id}/approvals"),
    of("PUT /api/v1/agreements/{id}/texts/{language}"),
    of("PATCH /api/v1/people/{id}"),
  ]).toEqual(["listAgreements", "createAgreementApproval", "putAgreementText", "updatePerson"]);
});

test("every operation declares what it can be refused with, and who may ask it", () => {
  const { tags = [], components } = contract(app);
  const known = tags.map(({ name }) => name);
  expect(Object.keys(components?.securitySchemes ?? {})).toEqual(["key", "session"]);
  for (const { name, requestBody, responses, security, ...operation } of operations) {
    const writes = !name.startsWith("GET ");
    const least = ["400", "401", "429", "503", ...(writes ? ["403", "413", "415"] : [])];
    expect(Object.keys(responses), name).toEqual(
      expect.arrayContaining([...least, ...(requestBody ? ["422"] : [])]),
    );
    expect(known, name).toEqual(expect.arrayContaining(operation.tags));
    expect(operation.description.length, name).toBeGreaterThan(20);
    const open = operation.description.includes("Nobody has to sign in");
    expect(security, name).toEqual(open ? [] : undefined);
  }
});

test("no array of the contract leaves open what is in it", () => {
  const open: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    if ("type" in value && value.type === "array" && !("items" in value)) open.push(path);
    for (const [key, part] of Object.entries(value)) walk(part, `${path}/${key}`);
  };
  walk(contract(app), "");
  expect(open).toEqual([]);
});
