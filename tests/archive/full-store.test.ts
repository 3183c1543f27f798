import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { storeOn } from "#src/archive/objects.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
let id = "";
beforeAll(async () => {
  office = await openOffice();
  id = await draft(office);
  await circulate(office, id);
});
afterAll(() => office.close());

const failing = (fault: Error) => {
  const fail = () => Promise.reject(fault);
  return storeOn({ write: fail, read: fail, exists: fail, remove: fail });
};

const upload = (language = "en") =>
  office.as("representative", "KZ").send("POST", `/agreements/${id}/files`, "%PDF-1.7\n%%EOF", {
    "Content-Type": "application/pdf",
    "Accept-Language": language,
  });

const kept = async () =>
  (await office.db.selectFrom("files").select("digest").where("stored", "=", true).execute())
    .length;

test.each([
  [Object.assign(new Error("no space left on device, write"), { code: "ENOSPC" })],
  [Object.assign(new Error("disk quota exceeded"), { code: "EDQUOT" })],
  [Object.assign(new Error("The object store answered 507"), { status: 507 })],
])("a full store (%s) is said in the reader's language, and nothing is kept", async (fault) => {
  const { objects } = office.ctx;
  office.ctx.objects = failing(fault);
  const before = await kept();
  const [answer, french] = [await upload(), await upload("fr")];
  office.ctx.objects = objects;
  expect([answer.status, codeOf(await answer.json())]).toEqual([503, "storage-full"]);
  expect((await french.json()).detail).toContain("plus de place");
  expect(await kept()).toBe(before);
});

test("a store that is away is 503 with Retry-After, and its inside is not told", async () => {
  const { objects } = office.ctx;
  office.ctx.objects = failing(new Error("connect ECONNREFUSED 10.1.2.3:9000"));
  const answer = await upload();
  office.ctx.objects = objects;
  expect([answer.status, answer.headers.get("Retry-After")]).toEqual([503, "10"]);
  const text = await answer.text();
  expect(codeOf(JSON.parse(text))).toBe("unavailable");
  expect(text).not.toContain("10.1.2.3");
});

test("afterwards the same upload succeeds, and no draft stays behind", async () => {
  expect((await upload()).status).toBeLessThan(300);
  const names = await readdir(`${office.folder}/objects`);
  expect(names.filter((name) => name.startsWith("draft-"))).toEqual([]);
});
