import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

// The application's one scope is switched off here: everybody sees everything, if the database lets them.
vi.mock("#src/agreements/scope.ts", () => ({
  visibleTo: () => () => sql`true`,
  scopeOf: () => ({ all: true, archived: true, of: null }),
}));

let office: Office;
let id = "";

beforeAll(async () => {
  office = await openOffice();
  id = await draft(office);
  await circulate(office, id);
});
afterAll(() => office.close());

const paths = [
  "",
  "/texts/en",
  "/versions",
  "/versions/1",
  "/checks",
  "/comments",
  "/participation",
  "/pdf?kind=draft",
  "/evidence",
  "/comparison?from=1&to=1&language=en",
  "/forms/withdrawal?language=en&party=KZ",
];

test.each(paths)(
  "row-level security alone hides …%s from a party that takes no part",
  async (path) => {
    const stranger = office.as("representative", "EE");
    const party = office.as("representative", "KZ");
    expect((await party.send("GET", `/agreements/${id}${path}`)).status).toBe(200);
    expect((await stranger.send("GET", `/agreements/${id}${path}`)).status).toBe(404);
  },
);

test("nor is it in the stranger's lists, and the stranger does not act on it", async () => {
  const stranger = office.as("representative", "EE");
  for (const query of ["", "?sort=updated", "?q=DEP"]) {
    expect(await stranger.get(`/agreements${query}`)).toMatchObject({ items: [] });
    const counts = `/agreements/counts${query.replace("?sort=updated", "?party=KZ")}`;
    expect(await stranger.get(counts)).toEqual({ stages: {}, atLeast: false });
  }
  const body = { digest: "a".repeat(64) };
  const headers = { "If-Match": '"3"' };
  const path = `/agreements/${id}/approvals`;
  expect((await stranger.send("POST", path, body, headers)).status).toBe(404);
});

test("a draft stays hidden from its own parties", async () => {
  const own = await draft(office);
  const party = office.as("representative", "KZ");
  expect((await party.send("GET", `/agreements/${own}`)).status).toBe(404);
});
