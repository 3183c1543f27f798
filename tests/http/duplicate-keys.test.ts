import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { checkJson } from "#src/http/api/check-json.ts";
import { readYaml } from "#src/text/read-yaml.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { newAgreement } from "#tests/support/scenario.ts";

let office: Office;
let officer: Client;
beforeAll(async () => {
  office = await openOffice();
  officer = office.as("legal-officer");
});
afterAll(() => office.close());

type Problem = { type: string; errors?: { pointer: string; line?: number; column?: number }[] };

async function refused(answer: Response): Promise<[number, string, string | undefined]> {
  const problem = (await answer.json()) as Problem;
  const title = codeOf(problem);
  const { errors } = problem;
  return [answer.status, title, errors?.[0]?.pointer];
}

test.each([
  ["at the top", '{"reason": "a", "reason": "b"}', "/reason"],
  ["with the same value", '{"reason": "a", "reason": "a"}', "/reason"],
  ["deep inside", '{"a": [{"b": 1}, {"c": {"d": 1, "d": 2}}]}', "/a/1/c/d"],
  ["written in two ways", '{"reason": "a", "re\\u0061son": "b"}', "/reason"],
  ["that is __proto__", '{"__proto__": 1, "__proto__": 2}', "/__proto__"],
  ["that is constructor", '{"a": {"constructor": 1, "constructor": 2}}', "/a/constructor"],
  ["that is empty", '{"": 1, "": 2}', "/"],
  ["with a slash and a tilde", '{"a/b~c": 1, "a/b~c": 2}', "/a~1b~0c"],
  ["after a value that looks like one", '{"a": "\\"b\\": 1, {", "b": 2, "b": 3}', "/b"],
  ["that ends in a backslash", '{"a\\\\": 1, "a\\\\": 2}', "/a\\"],
])("a key %s that JSON names twice is refused by its pointer", async (_, body, pointer) => {
  const answer = await officer.send("POST", "/agreements", body);
  expect(await refused(answer)).toEqual([400, "duplicate-key", pointer]);
});

test("the title of an agreement cannot be smuggled in a second time", async () => {
  const body = JSON.stringify(newAgreement()).replace(/\}$/, ',"title":{"en":"Another"}}');
  const answer = await officer.send("POST", "/agreements", body);
  expect(await refused(answer)).toEqual([400, "duplicate-key", "/title"]);
});

test("the same key in different objects, and in strings, is no duplicate", () => {
  const text =
    '{"a": {"b": 1}, "b": {"b": [{"b": "b"}, {"b": "\\"b\\""}]}, "c": ["a", "a"], "d": ",\\"a\\":"}';
  expect(() => checkJson(text)).not.toThrow();
});

test.each(["/agreements?limit=1&limit=2", "/register?q=a&q=a", "/jobs?%6cimit=1&limit=2"])(
  "a key that the address %s names twice is refused",
  async (path) => {
    const [status, code] = await refused(await office.as("secretariat").send("GET", path));
    expect([status, code]).toEqual([400, "duplicate-key"]);
  },
);

test.each([
  "/session?x=1",
  "/parties?limit=2",
  "/agreements/counts?cursor=x",
  "/waiting?__proto__=1",
])("a key of the query that the route does not know is refused: %s", async (path) => {
  const [status, code, pointer] = await refused(await officer.send("GET", path));
  expect([status, code]).toEqual([400, "malformed-request"]);
  expect(pointer).toBe(`/${path.split(/[?=]/)[1]}`);
});

test.each([
  ["at the top", "name: x\ntitle: { en: A }\nname: y\n", { line: 3, column: 1 }],
  ["inside", "name: x\ntitle:\n  en: A\n  ru: Б\n  en: B\n", { line: 5, column: 3 }],
  ["quoted once", 'name: x\n"name": y\n', { line: 2, column: 1 }],
])("a key that a template's YAML names twice %s is refused by its place", (_, yaml, place) => {
  const read = readYaml(yaml, "template.yaml", z.any());
  expect("faults" in read && read.faults[0]).toMatchObject({ file: "template.yaml", ...place });
});
