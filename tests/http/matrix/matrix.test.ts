import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeKey } from "#src/accounts/make-key.ts";
import { can, otherHolders, type Permission, rolesWith } from "#src/people/can.ts";
import { type Person, roles, sealingService } from "#src/people/person.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";
import { actTypes } from "#workflows/acts.ts";
import { uuid } from "./act-rows.ts";
import { type Row, routes } from "./routes.ts";

let office: Office;
let serviceKey = "";
const agreements = { own: "", "another's": "", absent: uuid };
const relations = Object.keys(agreements) as (keyof typeof agreements)[];

beforeAll(async () => {
  office = await openOffice();
  agreements.own = await draft(office);
  agreements["another's"] = await draft(office, {
    parties: [{ code: "US" }, { code: "EE" }],
  });
  await circulate(office, agreements.own);
  await circulate(office, agreements["another's"]);
  const wanted = { person: sealingService.id, label: "service", days: 1, now: new Date() };
  ({ key: serviceKey } = await makeKey(office.db, {
    ...wanted,
    scopes: ["read", "act"],
  }));
});

let asked = 0;
const surprises: string[] = [];
afterAll(async () => {
  await office.close();
  const count = Object.keys(routes).length;
  console.info(
    `${count} routes × ${actors.length} actors × ${relations.length} relations: ${asked} requests, ${surprises.length} surprises`,
  );
});

type Asking = { person: Person | null; send: Client["send"]; key?: string };
const named = (role: string, party: string | null = null, nth = 0) => ({
  name: [role, party ?? "", nth || ""].filter(Boolean).join(" "),
  asking: (): Asking => office.as(role, party, nth),
});
const actors = [
  { name: "anyone", asking: (): Asking => ({ person: null, send: office.anyone.send }) },
  named("representative", "KZ"),
  named("representative", "US"),
  named("legal-officer"),
  named("legal-officer", null, 1),
  named("archivist"),
  named("secretariat"),
  {
    name: "service",
    asking: (): Asking => ({
      person: sealingService,
      send: (method, path, body, headers = {}) =>
        office.anyone.send(method, path, body, {
          ...Object.fromEntries(new Headers(headers)),
          Authorization: `Bearer ${serviceKey}`,
        }),
    }),
  },
];

/** Whether the person sees the agreement of this relation; both are circulated and neither is sealed. */
function sees({ roles, party }: Person, relation: keyof typeof agreements): boolean {
  if (relation === "absent" || roles.includes("archivist")) return false;
  if (party === null) return true;
  return (relation === "own") === (party === "KZ");
}

/** What the table says: a status, or that neither sign-in nor sight nor role is in the way. */
function expected(row: Row, person: Person | null, relation: keyof typeof agreements) {
  if (row.kind === "public") {
    return row.notFor && person?.roles.includes(row.notFor) ? 403 : "open";
  }
  if (!person) return 401;
  if (row.kind === "signed-in") {
    return row.notFor && person.roles.includes(row.notFor) ? 403 : "open";
  }
  if (row.kind === "own") return "own";
  if (row.kind === "held") return can(person, row.permission) ? "open" : 403;
  if (!sees(person, relation)) return 404;
  return row.kind === "seen" || can(person, row.permission) ? "open" : 403;
}

async function ask(route: string, row: Row, { send, person, key }: Asking, id: string) {
  const [method = "", path = ""] = route.split(" ");
  const params = { ...row.params };
  // A representative asks about their own party, everyone else about any.
  if (params.code === "own-party") params.code = person?.party ?? "KZ";
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name) => params[name] ?? id);
  const headers: Record<string, string> = { "If-Match": '"3"' };
  if (row.type) headers["Content-Type"] = row.type;
  // People who sign out here ask by their key, so that their session stays for the other rows.
  if (route === "DELETE /session" && key) headers.Authorization = `Bearer ${key}`;
  asked++;
  const to = row.query ? `${filled}?${row.query}` : filled;
  return send(method, to, inOwnName(row.body, person), headers);
}

/** A representative names their own party. */
function inOwnName(body: unknown, person: Person | null): unknown {
  const names = typeof body === "object" && body !== null && "party" in body;
  return names && person?.party ? { ...body, party: person.party } : body;
}

/** How an answer differs from what the table says; null where it does not. */
function surprise(row: Row, wanted: number | "open" | "own", status: number, text: string) {
  if (status >= 500 && status !== 503) return `${status}`;
  if (typeof wanted === "number") return status === wanted ? null : `${status}, not ${wanted}`;
  if (wanted === "own") return [401, 403, 404].includes(status) ? null : `${status}, not refused`;
  if (row.kind === "public") return status === 403 ? "403 for what is open to all" : null;
  const [refused] =
    text.match(/"type":"urn:depositary:problem:(?:unauthenticated|forbidden)"/) ?? [];
  return refused ?? null;
}

describe.each(Object.entries(routes))("%s", (route, row) => {
  test.each(relations)("on what is %s, asked by each actor", async (relation) => {
    const found: string[] = [];
    for (const { name, asking } of actors) {
      const who = asking();
      const answer = await ask(route, row, who, agreements[relation]);
      const wanted = expected(row, who.person, relation);
      const other = surprise(row, wanted, answer.status, await answer.text());
      if (other !== null) found.push(`${route}, ${relation}, ${name}: ${other}`);
    }
    surprises.push(...found);
    expect(found).toEqual([]);
  });
});

test("a representative acts for their own party and for no other", async () => {
  const kazakhstan = office.as("representative", "KZ");
  const { version } = await kazakhstan.get<{ version: number }>(`/agreements/${agreements.own}`);
  const answer = await kazakhstan.send(
    "POST",
    `/agreements/${agreements.own}/confirmations`,
    { party: "AE", authority: "Minister" },
    { "If-Match": `"${version}"` },
  );
  expect(answer.status).toBe(403);
});

test("what is not there is answered like what is not to be seen", async () => {
  const stranger = office.as("representative", "US");
  for (const route of Object.keys(routes).filter((one) => one.includes("/agreements/{id}"))) {
    const row = routes[route] as Row;
    const [hidden, absent] = await Promise.all(
      [agreements.own, uuid].map((id) =>
        ask(route, row, { person: null, send: stranger.send }, id),
      ),
    );
    // Each request has its own name; every other byte is the same.
    const said = async (answer: Response | undefined) => [
      answer?.status,
      (await answer?.text())?.replace(answer?.headers.get("X-Request-Id") ?? "", ""),
    ];
    expect(await said(hidden)).toEqual(await said(absent));
  }
});

test("every route of the contract has its row, and every row its route", () => {
  const contract = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../../docs/openapi.json"), "utf8"),
  ) as { paths: Record<string, Record<string, unknown>> };
  const written = Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace("/api/v1", "")}`),
  );
  const api = written.filter((route) => !/ \/(healthz|readyz|openapi|docs)/.test(route));
  expect(api.sort()).toEqual(Object.keys(routes).sort());
});

test("every act has somebody who holds it, and nobody holds what is a service's", () => {
  const permissions = [...actTypes, ...Object.keys(otherHolders)] as Permission[];
  for (const permission of permissions) {
    const held = rolesWith(permission);
    expect(held.length, permission).toBeGreaterThan(0);
    for (const role of held) expect(roles).toContain(role);
    if (held.includes("service") && permission.startsWith("report-")) {
      expect(held, permission).toEqual(["service"]);
    }
  }
});
