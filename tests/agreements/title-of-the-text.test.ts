import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf } from "#tests/support/problem.ts";
import { textOf } from "../pdf/typeset/support/read-pdf.ts";
import { roomOf, type SentLetter, work } from "../support/jobs.ts";
import { type Client, type Office, openOffice } from "../support/office.ts";
import { bringToOriginal, circulate, draft, openAndSign } from "../support/scenario.ts";

let office: Office;
let officer: Client;
beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
});
afterAll(() => office.close());

type View = { version: number; title: Record<string, string>; sealed: { digest: string } };
const view = (id: string) => officer.get<View>(`/agreements/${id}`);
const textIn = async (id: string, language: string) =>
  (await officer.send("GET", `/agreements/${id}/texts/${language}`)).text();

async function heads(id: string, language: string, heading: string): Promise<void> {
  const { version } = await view(id);
  const text = (await textIn(id, language)).replace(/^# .*/, `# ${heading}`);
  const headers = { "Content-Type": "text/markdown", "If-Match": `"${version}"` };
  const path = `/agreements/${id}/texts/${language}`;
  expect((await officer.send("PUT", path, text, headers)).status).toBe(200);
}

test("a new agreement is headed by the title that it is given, as data and not as Markdown", async () => {
  const title = { en: "On *Merit* & [Training]", ru: "О заслугах № 1" };
  const id = await draft(office, { languages: ["en", "ru"], title });
  expect((await view(id)).title).toEqual(title);
  expect(await textIn(id, "en")).toMatch(/^# On \\\*Merit\\\* \\& \\\[Training\\\]\n/);
  expect(await textIn(id, "ru")).toMatch(/^# О заслугах № 1\n/);
});

test("the title follows the heading of each kept version, in its language", async () => {
  const title = { en: "On Training", ru: "Об обучении" };
  const id = await draft(office, { languages: ["en", "ru"], title });
  await heads(id, "en", "On Learning");
  expect((await view(id)).title).toEqual({ ...title, en: "On Learning" });
});

test.each([
  ["has no letter", "..."],
  ["has no letter", "1\u200b2"],
  ["holds a character without a width", "On Train\u00ading"],
  ["holds a character without a width", "\u200bOn Training"],
  ["has more than 500 characters", "x".repeat(501)],
])(
  "a heading that %s is no title, and the text is refused with its line: %j",
  async (why, heading) => {
    const id = await draft(office, { title: { en: "On Training" } });
    const text = (await textIn(id, "en")).replace(/^# .*/, `# ${heading}`);
    const headers = { "Content-Type": "text/markdown", "If-Match": '"1"' };
    const answer = await officer.send("PUT", `/agreements/${id}/texts/en`, text, headers);
    const { type, errors } = (await answer.json()) as { type: string; errors: object[] };
    expect([answer.status, codeOf({ type }), errors]).toEqual([
      422,
      "invalid-text",
      [{ detail: `the title ${why}`, line: 1, column: 1 }],
    ]);
    expect((await view(id)).title).toEqual({ en: "On Training" });
  },
);

test("another title than the heading is refused, and both are shown", async () => {
  const id = await draft(office, { title: { en: "On Training" } });
  const { version } = await view(id);
  const patch = (title: string) =>
    officer.send(
      "PATCH",
      `/agreements/${id}`,
      { title: { en: title } },
      { "If-Match": `"${version}"` },
    );
  const refused = await patch("On Fishing");
  expect(refused.status).toBe(409);
  const { type, errors } = (await refused.json()) as {
    type: string;
    errors: { detail: string; pointer: string }[];
  };
  expect(type).toMatch(/title-of-another-text$/);
  expect(errors[0]).toEqual({
    pointer: "/title/en",
    detail: "“On Fishing”; the text is headed “On Training”",
  });
  expect((await patch("On Training")).status).toBe(200);
});

test("an older draft whose title differs is circulated, signed and published under the text's heading", async () => {
  const sent: SentLetter[] = [];
  const room = await roomOf(office, sent);
  const id = await draft(office, { title: { en: "On Training" } });
  await sql`UPDATE agreements SET title = '{"en": "On Fishing"}' WHERE id = ${id}`.execute(
    office.db,
  );
  await bringToOriginal(office, id);
  await work(office, room);
  await openAndSign(office, id);
  await work(office, room);
  await officer.act(id, "publication");
  await work(office, room);
  const { title, sealed } = await view(id);
  expect(title.en).toBe("On Training");
  expect((await officer.get<View>(`/register/${id}`)).title.en).toBe("On Training");
  const pdf = await office.ctx.objects.get(sealed.digest);
  expect(textOf(pdf ?? new Uint8Array())).toContain("On Training");
  const annex = await officer.send("GET", `/agreements/${id}/pdf?kind=evidence`);
  expect(textOf(new Uint8Array(await annex.arrayBuffer()))).toContain("On Training");
  const letters = sent.map(({ text }) => text).join("\n");
  expect(letters).toContain("On Training");
  expect(letters).not.toContain("On Fishing");
});

test("what was circulated before keeps the title it had", async () => {
  const id = await draft(office, { title: { en: "On Training" } });
  await circulate(office, id);
  await sql`UPDATE agreements SET title = '{"en": "On Fishing"}' WHERE id = ${id}`.execute(
    office.db,
  );
  expect((await view(id)).title.en).toBe("On Fishing");
});
