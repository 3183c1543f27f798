import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { freshFolder } from "#tests/support/folder.ts";
import { fromPage } from "#tests/support/local-browser.ts";
import { startProcess, type TestProcess } from "#tests/support/processes.ts";

const cli = join(import.meta.dirname, "../../src/cli.ts");
const folder = freshFolder();
const dataDir = join(folder.path, "data");
const env = { DATA_DIR: dataDir, PORT: "0", DEMO_AGREEMENTS: "all" };
afterAll(() => folder.remove());

const stages = [
  "draft.editing",
  "publish",
  "publish",
  "publish",
  "review.circulated",
  "review.concordance",
  "review.reconciling",
  "review.settled",
  "sign.open",
  "withdrawn",
];

async function ready(service: TestProcess): Promise<string> {
  const [, url = ""] = await service.waitFor(/Depositary is ready: (http:\S+)/);
  return `${url}/api/v1`;
}

function made(): Record<string, string> {
  const file = join(dataDir, "demo-agreements.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

/** What a person sees, signed in by name as a demo person. */
async function readerAs(url: string, name: string) {
  const { people } = await (await fetch(`${url}/demo/people`, { headers: fromPage(url) })).json();
  const found = people.find((one: { names: { en: string } }) => one.names.en === name);
  const entered = await fetch(`${url}/session`, {
    method: "POST",
    headers: { ...fromPage(url), "Content-Type": "application/json" },
    body: JSON.stringify({ demo: found.person }),
  });
  const [cookie = ""] = entered.headers.getSetCookie();
  const headers = { Cookie: cookie.split(";")[0] ?? "" };
  return async (path: string) => (await fetch(`${url}${path}`, { headers })).json();
}

test("killed in the middle and started again, the demonstration has each agreement once", async () => {
  let service = startProcess(cli, ["start"], env);
  await ready(service);
  await expect.poll(() => Object.keys(made()).length, { timeout: 60_000 }).toBeGreaterThan(2);
  await service.kill("SIGKILL");
  expect(made().ceremony).toBeUndefined();

  service = startProcess(cli, ["start"], env);
  const url = await ready(service);
  await service.waitFor(/The demonstration's \d+ agreements are ready/, 120);
  const officer = await readerAs(url, "Aigerim Nurlanova");
  const { items } = await officer("/agreements?limit=200");
  type Listed = { stage: string; title: { en: string } };
  expect((items as Listed[]).map(({ stage }) => stage).sort()).toEqual(stages);
  expect(new Set((items as Listed[]).map(({ title }) => title.en)).size).toBe(stages.length);
  expect((await (await fetch(`${url}/register`)).json()).items).toHaveLength(3);
  const [ceremony] = (await officer("/ceremonies")).items;
  expect(ceremony.state).toBe("planned");
  expect((await officer(`/ceremonies/${ceremony.id}/run-sheet`)).items).toHaveLength(2);
  const writing = (await officer(`/agreements/${made()["review-reconciling"]}/working-texts`))
    .items;
  expect(writing.map(({ revision }: { revision: number }) => revision)).toEqual([1, 1, 0, 0]);
  await service.kill("SIGINT");
}, 300_000);

test("a start on a folder that has them makes none, and stops at once when it is told to", async () => {
  const service = startProcess(cli, ["start"], env);
  const url = await ready(service);
  const officer = await readerAs(url, "Daniel Hoffmann");
  expect((await officer("/agreements?limit=200")).items).toHaveLength(stages.length);
  await service.kill("SIGINT");
  expect((await service.ended).code).toBe(0);
  expect(service.output()).not.toContain("demonstration's");
});
