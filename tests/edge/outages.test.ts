import { afterAll, beforeAll, expect, test, vi } from "vitest";
import edge from "#src/edge.ts";
import { type IllDatabase, startIllDatabase } from "#tests/support/edge-database.ts";
import { type Office, openOffice } from "#tests/support/office.ts";

let office: Office;
let ill: IllDatabase;

beforeAll(async () => {
  office = await openOffice();
  ill = await startIllDatabase();
});
afterAll(async () => {
  await ill.close();
  await office.close();
});

test("an outage at the edge leaves one line, not one for each request, and one when it is over", async () => {
  const lines: { event: string; part?: string; failures?: number }[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((text) => lines.push(JSON.parse(text)));
  const told = () => lines.filter(({ event }) => event.startsWith("outage"));
  const bucket = { get: async () => null, head: async () => null, put: async () => null };
  const ask = async (url: string) => {
    const done: Promise<unknown>[] = [];
    const bindings = {
      HYPERDRIVE: { connectionString: url },
      OBJECTS: bucket as never,
      ASSETS: { fetch: async () => new Response("") },
    };
    const execution = { waitUntil: (one: Promise<unknown>) => void done.push(one) };
    const request = new Request("https://depositary.example/api/v1/register");
    const { status } = await edge.fetch(request, bindings, execution);
    await Promise.all(done);
    return status;
  };
  const thrice = (url: string) => Promise.all([ask(url), ask(url), ask(url)]);
  try {
    expect(await ask(office.url)).toBe(200);
    expect(told()).toEqual([]);
    ill.falls("stalled");
    expect(await thrice(ill.url)).toEqual([503, 503, 503]);
    ill.falls("without-connections");
    expect(await thrice(ill.url)).toEqual([503, 503, 503]);
    expect(told()).toMatchObject([{ event: "outage-began", part: "database" }]);
    expect(await ask(office.url)).toBe(200);
    expect(told().slice(1)).toMatchObject([
      { event: "outage-over", part: "database", failures: 6 },
    ]);
  } finally {
    log.mockRestore();
  }
});
