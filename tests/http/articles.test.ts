import { afterAll, beforeAll, expect, test } from "vitest";
import { reviseText } from "#src/agreements/text/revise-text.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft, told } from "#tests/support/scenario.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test("a text is read in its articles, numbered as they are printed", async () => {
  const id = await draft(office);
  const officer = office.as("legal-officer");
  const en =
    "# Title\n\nPreamble.\n\n## First\n\n1. One, see [there](#second);\n2. **two**.\n\n## Second\n\n| A |\n| - |\n| b |\n\n# Annex\n\nMore.";
  await reviseText(office.ctx, await told(office, id, officer), { texts: { en } });
  const path = `/agreements/${id}/texts/en/articles`;
  expect(await officer.get(path)).toMatchObject({
    version: 2,
    language: "en",
    title: "Title",
    articles: [
      { number: 1, heading: "First", slug: "first", blocks: [{ kind: "list", ordered: true }] },
      { number: 2, heading: "Second", blocks: [{ kind: "table", rows: [[[{ text: "b" }]]] }] },
    ],
    annexes: [{ number: 1, heading: "Annex" }],
  });
  expect(await officer.get(`${path}?version=1`)).toMatchObject({ version: 1 });
  const absent = await officer.send("GET", `/agreements/${id}/texts/fr/articles`);
  expect(absent.status).toBe(404);
});
