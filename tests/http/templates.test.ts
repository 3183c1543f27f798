import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { templatesFolder } from "#src/foundation.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { newAgreement } from "#tests/support/scenario.ts";
import { seconded } from "#tests/support/second-secretary.ts";

type Listed = { name: string; digest: string; retired: boolean };
type Version = Listed & { publishedBy: string | null; languages: string[] };

const name = "joint-research-arrangement";
let office: Office;
let secretary: Client;
let officer: Client;
const files: Record<string, string> = {};

beforeAll(async () => {
  office = await openOffice();
  secretary = office.as("secretariat");
  officer = office.as("legal-officer");
  for (const file of ["template.yaml", "en.md", "ru.md", "ar.md", "kk.md", "fr.md"]) {
    files[file] = await readFile(join(templatesFolder, name, file), "utf8");
  }
});
afterAll(() => office.close());

const listed = async (query = "") =>
  (await officer.get<{ items: Listed[] }>(`/templates${query}`)).items;
const versions = async () =>
  (await officer.get<{ items: Version[] }>(`/templates/${name}/versions`)).items;
const publish = (more: Record<string, string>, of = name) =>
  secretary
    .send("POST", "/templates", { name: of, files: { ...files, ...more } })
    .then((answer) => seconded(office, answer));
const renamed = () => ({
  "en.md": files["en.md"]?.replace("## ", "## On ") ?? "",
});

test("a version that the secretariat publishes is the one that is used, and the earlier ones stay", async () => {
  const [first] = await versions();
  const answer = await publish(renamed());
  expect(answer.status).toBe(201);
  const { id: digest } = (await answer.json()) as { id: string };
  expect(digest).not.toBe(first?.digest);
  expect((await listed()).find((one) => one.name === name)?.digest).toBe(digest);
  expect((await versions()).map((one) => [one.digest, one.publishedBy])).toEqual([
    [digest, office.as("secretariat", null, 1).person.id],
    [first?.digest, null],
  ]);
});

test("a version is read with all of its files, the clauses that it borrowed too", async () => {
  const [newest] = await versions();
  const read = await officer.get<{ files: Record<string, string> }>(
    `/templates/${name}/versions/${newest?.digest}`,
  );
  expect(read.files["en.md"]).toBe(renamed()["en.md"]);
  expect(Object.keys(read.files)).toContain("clauses/withdrawal/notice/en.md");
});

test("the very same version is not published twice", async () => {
  const answer = await publish(renamed());
  expect(answer.status).toBe(409);
});

test.each([
  ["a language's text is missing", { "template.yaml": "", "en.md": "" }, "template.yaml"],
  ["a placeholder is not declared", { "en.md": "{{nothing}}" }, "en.md"],
  ["a mark is hidden in a text", { "ru.md": "a\u202eb" }, "ru.md"],
])("where %s, the file and what is wrong are named", async (_, change, file) => {
  const answer = await publish(change);
  expect(answer.status).toBe(422);
  const problem = (await answer.json()) as { type: string; errors: { file: string }[] };
  const { errors } = problem;
  expect(codeOf(problem)).toBe("invalid-template");
  expect(errors.map((one) => one.file)).toContain(file);
});

test("a template of another name than its file says is refused", async () => {
  expect((await publish(renamed(), "another-name")).status).toBe(422);
});

test("a retired template makes no agreement, by name or digest, until it is restored", async () => {
  const [newest] = await versions();
  const create = (template: string) =>
    officer.send("POST", "/agreements", { ...newAgreement(), template });
  const retire = (retired: boolean) => secretary.send("PATCH", `/templates/${name}`, { retired });
  expect((await retire(true)).status).toBe(200);
  expect((await listed()).map((one) => one.name)).not.toContain(name);
  expect(await listed("?retired=true")).toContainEqual(
    expect.objectContaining({ name, retired: true }),
  );
  expect((await create(name)).status).toBe(404);
  expect((await create(newest?.digest ?? "")).status).toBe(404);
  expect((await retire(false)).status).toBe(200);
  expect((await listed()).map((one) => one.name)).toContain(name);
  const { items } = await secretary.get<{ items: { event: string }[] }>(
    `/templates/${name}/events`,
  );
  expect(items.map(({ event }) => event)).toEqual(["restored", "retired", "published"]);
});

test("forms of acts are no templates that this road leads to", async () => {
  expect((await officer.send("GET", "/templates/acts/versions")).status).toBe(404);
  expect((await secretary.send("PATCH", "/templates/nothing", { retired: true })).status).toBe(404);
});
