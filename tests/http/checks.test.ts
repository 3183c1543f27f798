import { afterAll, beforeAll, expect, test } from "vitest";
import type { CheckView } from "#src/agreements/read/view-checks.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
let officer: Client;
let kazakhstan: Client;

beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
  kazakhstan = office.as("representative", "KZ");
});
afterAll(() => office.close());

test("a memorandum from the template that ships has nothing to warn of", async () => {
  const id = await draft(office);
  expect(await officer.get(`/agreements/${id}/checks`)).toEqual({ warnings: [], profiles: [] });
});

test("the newest text is checked, with rule, source and place of each warning", async () => {
  const id = await draft(office);
  const path = `/agreements/${id}/texts/en`;
  const first = await (await officer.send("GET", path)).text();
  const second = first.replace(
    "4. The Depositary performs",
    "4. The Depositary [AE: shall] performs",
  );
  const headers = { "Content-Type": "text/markdown", "If-Match": '"1"' };
  await officer.send("PUT", path, second, headers);
  const { warnings } = await officer.get<{ warnings: CheckView[] }>(`/agreements/${id}/checks`);
  expect(warnings).toEqual([
    {
      rule: "open-brackets",
      source: "Practice: bracketed text is not agreed",
      language: "en",
      article: 17,
      detail: "The wording of the United Arab Emirates is still open.",
      found: ["shall"],
      line: expect.any(Number),
      column: 19,
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
      kind: "warning",
      open: true,
      verdicts: [],
    },
    expect.objectContaining({
      rule: "memorandum-words",
      article: 17,
      paragraph: "4",
      found: ["shall"],
    }),
  ]);
});

test("they are there for those who see the agreement and for nobody else", async () => {
  const id = await draft(office);
  expect((await office.anyone.send("GET", `/agreements/${id}/checks`)).status).toBe(401);
  expect((await kazakhstan.send("GET", `/agreements/${id}/checks`)).status).toBe(404);
  expect((await officer.send("GET", `/agreements/${id}/checks?all=1`)).status).toBe(400);
  await circulate(office, id);
  expect((await kazakhstan.send("GET", `/agreements/${id}/checks`)).status).toBe(200);
});
