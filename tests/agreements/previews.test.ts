import { PDFDocument } from "pdf-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { draft, newAgreement } from "#tests/support/scenario.ts";

let office: Office;
let officer: Client;
let id = "";
beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
  id = await draft(office, { languages: ["en", "ru"] });
});
afterAll(() => office.close());

type Preview = { texts: Record<string, string>; problems: { pointer: string; detail: string }[] };

async function preview(change: object): Promise<Preview> {
  const { variables, ...wanted } = newAgreement();
  const answer = await officer.send("POST", "/previews", { ...wanted, variables, ...change });
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as Preview;
}

const printed = (text: string | undefined) => text?.replaceAll("\\", "") ?? "";

test("a form that is filled in gives the text that the agreement begins with, but for its reference", async () => {
  const { texts, problems } = await preview({ languages: ["en", "ru"] });
  expect(problems).toEqual([]);
  const first = await (await officer.send("GET", `/agreements/${id}/texts/ru`)).text();
  expect(printed(texts.ru)).toBe(printed(first.replace(/DEP\/\d+\/\d+/, "________")));
});

test("what is missing or half typed is a blank in the text, and is named", async () => {
  const { texts, problems } = await preview({
    languages: ["en", "ar"],
    title: {},
    parties: [],
    variables: { place: "" },
  });
  expect(printed(texts.en)).toContain("________");
  expect(printed(texts.ar)).toContain("________");
  expect(printed(texts.en)).not.toMatch(/\{\{|undefined/);
  expect(problems.map(({ pointer }) => pointer)).toEqual(["/parties", "/variables/place"]);
});

test("nothing of a preview is stored", async () => {
  const count = () =>
    office.db
      .selectFrom("agreements")
      .select((eb) => eb.fn.countAll<string>().as("n"))
      .executeTakeFirstOrThrow();
  const before = await count();
  await preview({});
  expect(await count()).toEqual(before);
});

test.each([
  ["a template", { template: "nothing" }, 404],
  ["a party", { parties: [{ code: "XX" }] }, 400],
  ["a clause", { clauses: { nothing: "else" } }, 422],
  ["a language", { languages: ["ko"] }, 422],
])("%s that is not there is refused", async (_, change, status) => {
  const answer = await officer.send("POST", "/previews", { ...newAgreement(), ...change });
  expect(answer.status).toBe(status);
});

async function pages(answer: Response): Promise<number> {
  expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
  return (await PDFDocument.load(new Uint8Array(await answer.arrayBuffer()))).getPageCount();
}

const long = `# M\n\nA.\n\n${Array.from({ length: 300 }, (_, n) => `## N ${n}\n\nWords.\n`).join("\n")}`;

test("the PDF is of what is being written, and of what is given instead", async () => {
  const path = `/agreements/${id}/previews`;
  const short = await pages(await officer.send("POST", path, {}));
  const given = await pages(await officer.send("POST", path, { texts: { en: long } }));
  expect(given).toBeGreaterThan(short);
  const working = `/agreements/${id}/working-texts/en`;
  await officer.send("PUT", working, { markdown: long }, { "If-Match": '"0"' });
  expect(await pages(await officer.send("POST", path, {}))).toBe(given);
  expect(await officer.get(`/agreements/${id}`)).toMatchObject({ version: 1, textVersion: 1 });
});

test("what cannot be printed is named by file, line and column", async () => {
  const texts = { ru: "# М\n\nА.\n\n## П\n\nЗнак \u{1F600}.\n" };
  const answer = await officer.send("POST", `/agreements/${id}/previews`, { texts });
  expect(answer.status).toBe(422);
  const { errors } = (await answer.json()) as { errors: object[] };
  expect(errors[0]).toMatchObject({ file: "ru.md", line: 7, column: 6 });
});

test("a person is typeset so many previews in a minute, and told to wait", async () => {
  const { limits } = office.ctx;
  office.ctx.limits = {
    ...limits,
    take: async (rate) => (rate === "previews" ? { refused: true, left: 0, seconds: 7 } : null),
  };
  const answer = await officer.send("POST", `/agreements/${id}/previews`, {});
  expect([answer.status, answer.headers.get("Retry-After")]).toEqual([429, "7"]);
  office.ctx.limits = limits;
});
