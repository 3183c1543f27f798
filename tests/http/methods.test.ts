import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countRequests } from "#src/limits/count.ts";
import type { Limits } from "#src/limits/rates.ts";
import { operations } from "#tests/http/fuzz/contract.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
  office.app.request(path, { method, headers });
const id = "00000000-0000-4000-8000-00000000ffff";
const addresses = [...new Set(operations.map(({ path }) => path))];
const fill = (path: string) => `/api/v1${path.replaceAll(/\{\w+\}/g, id)}`;

test.each(addresses)(
  "%s answers to its methods, and to others with 405 and Allow",
  async (path) => {
    // An address can be that of two routes: `/agreements/counts` is one more `/agreements/{id}`.
    const isHere = (one: string) =>
      new RegExp(`^${one.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path.replaceAll(/\{\w+\}/g, id));
    const here = operations.filter((one) => isHere(one.path)).map(({ method }) => method);
    const own = [...new Set(here)];
    const allowed = [...own, ...(own.includes("GET") ? ["HEAD"] : []), "OPTIONS"];
    const options = await ask("OPTIONS", fill(path));
    const said = (answer: Response) => answer.headers.get("Allow")?.split(", ").sort();
    expect([options.status, said(options)]).toEqual([204, allowed.sort()]);
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "PROPFIND"]) {
      if (own.includes(method)) continue;
      const answer = await ask(method, fill(path));
      expect([method, answer.status, said(answer)]).toEqual([method, 405, allowed]);
      expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
      expect(codeOf(await answer.json())).toBe("method-not-allowed");
    }
  },
);

test.each(["/", "/register", "/docs", "/healthz", "/readyz", "/openapi.json", "/agreements/x"])(
  "%s is only read",
  async (path) => {
    const answer = await ask("POST", path);
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect((await ask("OPTIONS", path)).status).toBe(204);
  },
);

test.each([
  "/api/v1",
  "/api/v1/",
  "/api/v1/nothing",
  "/api/v1/agreements/",
  "/api/v2/session",
  "/nothing/at/all",
])("%s is 404 by any method", async (path) => {
  for (const method of ["GET", "POST", "OPTIONS", "DELETE"]) {
    const answer = await ask(method, path);
    expect([method, answer.status]).toEqual([method, 404]);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  }
});

describe("a page of another site", () => {
  const elsewhere = { Origin: "https://elsewhere.example", "Sec-Fetch-Site": "cross-site" };
  const open = [
    "/register",
    "/register/statistics",
    `/register/${id}`,
    "/checkpoints",
    "/registered-files/x",
  ];

  test.each(open)("reads %s, also if it is refused, and never with credentials", async (path) => {
    const { headers } = await ask("GET", `/api/v1${path}`, elsewhere);
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(headers.get("Access-Control-Allow-Credentials")).toBeNull();
    expect(headers.get("Access-Control-Expose-Headers")).toContain("ETag");
  });

  test("asks before it sends a PDF to be verified, and may", async () => {
    const preflight = await ask("OPTIONS", "/api/v1/verifications", {
      ...elsewhere,
      "Access-Control-Request-Method": "POST",
      "Access-Control-Request-Headers": "content-type",
    });
    expect([preflight.status, preflight.headers.get("Access-Control-Allow-Methods")]).toEqual([
      204,
      expect.stringContaining("POST"),
    ]);
    expect(preflight.headers.get("Access-Control-Allow-Headers")).toContain("Content-Type");
    expect(preflight.headers.get("Access-Control-Allow-Headers")).not.toContain("Authorization");
    const answer = await office.app.request("/api/v1/verifications", {
      method: "POST",
      headers: { ...elsewhere, "Content-Type": "application/pdf" },
      body: "%PDF-1.7",
    });
    expect([answer.status, answer.headers.get("Access-Control-Allow-Origin")]).toEqual([200, "*"]);
  });

  test.each(["/agreements", "/session", "/service", "/parties", "/evidence", "/registers"])(
    "is told nothing of %s",
    async (path) => {
      for (const method of ["GET", "OPTIONS"]) {
        const { headers } = await ask(method, `/api/v1${path}`, elsewhere);
        expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
      }
    },
  );
});

describe("a client that is limited", () => {
  const key = () => ({ Authorization: `Bearer ${office.as("legal-officer").key}` });

  test("is told the policy and what is left of it", async () => {
    office.ctx.limits = countRequests(null);
    const left: number[] = [];
    for (let n = 0; n < 3; n++) {
      const { headers } = await ask("GET", "/api/v1/parties", key());
      expect(headers.get("RateLimit-Policy")).toBe('"requests";q=1200;w=60');
      const [, rest = "", seconds = ""] =
        headers.get("RateLimit")?.match(/^"requests";r=(\d+);t=(\d+)$/) ?? [];
      left.push(Number(rest));
      expect(Number(seconds)).toBeGreaterThan(0);
      expect(Number(seconds)).toBeLessThanOrEqual(60);
    }
    expect(left).toEqual([1199, 1198, 1197]);
  });

  test("is told when to come back once nothing is left", async () => {
    const take: Limits["take"] = async (rate) => {
      const refused = rate === "verifications";
      return { refused, left: refused ? 0 : 5, seconds: 9 };
    };
    office.ctx.limits = { ...office.ctx.limits, take };
    const refused = await office.app.request("/api/v1/verifications", {
      method: "POST",
      headers: { "Content-Type": "application/pdf" },
      body: "%PDF-1.7",
    });
    const { headers } = refused;
    expect(refused.status).toBe(429);
    expect(Number(headers.get("Retry-After"))).toBe(9);
    expect(headers.get("RateLimit-Policy")).toContain('"verifications";q=30;w=60');
    expect(headers.get("RateLimit")).toMatch(/"verifications";r=0;t=\d+/);
    expect(await refused.json()).toMatchObject({
      type: "urn:depositary:problem:too-many-requests",
    });
  });
});
