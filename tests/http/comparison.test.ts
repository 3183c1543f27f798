import { afterAll, beforeAll, expect, test } from "vitest";
import type { ArticleChange } from "#src/text/compare.ts";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
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

/** A draft whose second version differs from the first in one word. */
async function draftTwice(): Promise<string> {
  const id = await draft(office);
  const path = `/agreements/${id}/texts/en`;
  const first = await (await officer.send("GET", path)).text();
  const second = first.replace("4. The Depositary performs its", "4. The Depositary fulfils its");
  const headers = { "Content-Type": "text/markdown", "If-Match": '"1"' };
  expect((await officer.send("PUT", path, second, headers)).status).toBe(200);
  return id;
}

const query = "comparison?from=1&to=2&language=en";

test("one word that changed is found in its article", async () => {
  const id = await draftTwice();
  const { articles } = await officer.get<{ articles: ArticleChange[] }>(
    `/agreements/${id}/${query}`,
  );
  const changed = articles.filter(({ change }) => change !== "same");
  expect(changed.map(({ from, to, heading }) => [from, to, heading])).toEqual([
    [17, 17, "Depositary"],
  ]);
  const paragraphs = changed[0]?.paragraphs.filter(({ change }) => change !== "same") ?? [];
  expect(paragraphs).toEqual([
    {
      ...{ change: "changed", kind: "item", level: 1, quotes: 0, ordinal: 4 },
      label: [{ kind: "same", text: "(4)" }],
      runs: [
        { kind: "same", text: "The Depositary " },
        { kind: "deleted", text: "performs" },
        { kind: "inserted", text: "fulfils" },
        { kind: "same", text: " its functions impartially." },
      ],
    },
  ]);
});

test("it is typeset too, with the changes to be seen", async () => {
  const id = await draftTwice();
  const answer = await officer.send("GET", `/agreements/${id}/${query}&as=pdf`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe("application/pdf");
  const text = textOf(new Uint8Array(await answer.arrayBuffer())).replaceAll(/\s+/g, " ");
  expect(text).toMatch(/\(4\) The Depositary performs ?fulfils its functions impartially\./);
  expect(text).toContain("· 1 – 2");
});

test("it is there for those who see the agreement and for nobody else", async () => {
  const id = await draftTwice();
  expect((await office.anyone.send("GET", `/agreements/${id}/${query}`)).status).toBe(401);
  expect((await kazakhstan.send("GET", `/agreements/${id}/${query}`)).status).toBe(404);
  await circulate(office, id);
  expect((await kazakhstan.send("GET", `/agreements/${id}/${query}`)).status).toBe(200);
});

test.each([
  ["comparison?from=1&to=2", 400],
  ["comparison?from=1&language=en", 400],
  ["comparison?from=0&to=2&language=en", 400],
  ["comparison?from=1&to=2&language=english", 400],
  ["comparison?from=1&to=2&language=en&side=left", 400],
  ["comparison?from=1&to=3&language=en", 404],
  ["comparison?from=1&to=2&language=ru", 404],
])("%s is answered with %i", async (path, status) => {
  const id = await draftTwice();
  const response = await officer.send("GET", `/agreements/${id}/${path}`);
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect(response.status).toBe(status);
});
