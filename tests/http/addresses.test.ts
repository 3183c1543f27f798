import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { webAddresses } from "#src/http/pages/web-page.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice({ demo: true });
});
afterAll(() => office.close());

const browser = "text/html,application/xhtml+xml,*/*;q=0.8";
const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  office.app.request(path, { method, headers });

test("the server knows the addresses that the app's router has, and no others", () => {
  const routes = readFileSync(join(import.meta.dirname, "../../src/web/routes.tsx"), "utf8");
  const there = [...routes.matchAll(/page\(\s*"([^"]+)"/g)].map(([, path]) => path);
  expect([...webAddresses]).toEqual(there);
});

describe("an address that leads nowhere", () => {
  const nowhere = [
    "/nowhere",
    "/agreements/x/y/z",
    "/secretariat/nothing",
    "/register/x/pdf",
    "/a.b/c",
  ];

  test.each(nowhere)("%s is a page with status 404 for a browser", async (path) => {
    for (const method of ["GET", "HEAD"]) {
      const answer = await ask(path, { Accept: browser, "Accept-Language": "ar" }, method);
      expect(answer.status).toBe(404);
      expect(answer.headers.get("Content-Type")).toContain("text/html");
      if (method === "HEAD") continue;
      const page = await answer.text();
      expect(page).toContain('<html lang="ar" dir="rtl"');
      const [, nonce] = page.match(/nonce="([^"]+)"/) ?? [];
      expect(answer.headers.get("Content-Security-Policy")).toContain(`'nonce-${nonce}'`);
    }
  });

  test.each([...nowhere, "/api/v1/nowhere", "/assets/none.js"])(
    "%s is a problem for a program",
    async (path) => {
      const key = { Authorization: "Bearer none" };
      for (const headers of [{ Accept: "application/json" }, { Accept: "*/*" }, {}]) {
        const answer = await ask(path, headers);
        expect([401, 404]).toContain(answer.status);
        expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
      }
      expect((await ask(path, { ...key, Accept: "*/*" })).status).toBeGreaterThan(400);
    },
  );

  test("a part of the API is never a page for anyone", async () => {
    const answer = await ask("/api/v1/nowhere", { Accept: browser });
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  });
});

const agreement = "/agreements/00000000-0000-4000-8000-000000000000";

test.each(["/", "/agreements/", agreement, "/secretariat/keys", "/sign-in?next=%2Faccount"])(
  "%s is a page of the app",
  async (path) => {
    const answer = await ask(path, { Accept: "*/*" });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<html lang="en" dir="ltr"');
  },
);

describe("the address of this machine in numbers", () => {
  test.each(["127.0.0.1:3000", "[::1]:3000"])("%s leads to the one by name", async (host) => {
    const answer = await ask(`http://${host}/agreements?q=a`);
    expect([answer.status, answer.headers.get("Location")]).toEqual([
      307,
      "http://localhost:3000/agreements?q=a",
    ]);
    expect((await ask(`http://${host}/api/v1/service`)).status).toBe(200);
  });

  test.each(["en", "ru", "ar", "kk", "fr"])(
    "cannot have passkeys, and the answer in %s says what to do",
    async (language) => {
      const headers = { "Accept-Language": language, "Content-Type": "application/json" };
      const path = "http://127.0.0.1:3000/api/v1/session/passkeys";
      const answer = await ask(path, headers, "POST");
      const problem = (await answer.json()) as { type: string; detail: string };
      expect([answer.status, codeOf(problem)]).toEqual([409, "passkeys-need-a-name"]);
      expect(problem.detail).toContain("http://localhost");
    },
  );

  test("is not led away from on a service of record, which an operator has set up", async () => {
    const { demo } = office.ctx;
    office.ctx.demo = null;
    expect((await ask("http://127.0.0.1:3000/verify")).status).toBe(200);
    office.ctx.demo = demo;
  });
});
