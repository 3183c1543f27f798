import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "#src/http/app.ts";
import { serveMetrics } from "#src/http/office/serve-metrics.ts";
import { openPrometheus } from "#src/observe/prometheus.ts";
import { readWork } from "#src/outbox/work-figures.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { openLines } from "#tests/support/lines.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  const { observe } = openLines();
  const metrics = openPrometheus(
    {
      pools: () => ({ requests: { size: 3, idle: 2, waiting: 0, max: 16 } }),
      work: () => readWork(office.ctx.db, new Date()),
      parts: () => ({ mail: false, store: true }),
    },
    () => new Date(),
  );
  Object.assign(office.ctx, observe, { metrics, metricsToken: token });
});
afterAll(() => office.close());

const token = "a-token-of-thirty-two-characters";
const shown = { Authorization: `Bearer ${token}` };

/** The value of one series; null if it has none. */
async function value(series: string): Promise<number | null> {
  const answer = await office.app.request("/metrics", { headers: shown });
  expect(answer.headers.get("Content-Type")).toMatch(/^text\/plain; version=0\.0\.4/);
  const line = (await answer.text()).split("\n").find((one) => one.startsWith(`${series} `));
  return line === undefined ? null : Number(line.slice(series.length + 1));
}

test("requests, acts, jobs and letters are counted, and what waits is measured", async () => {
  const id = await draft(office);
  const asked = { respondBy: "2099-01-01T00:00:00Z" };
  await office.as("legal-officer").act(id, "submissions", asked);
  expect(await value('depositary_outbox_jobs{state="waiting"}')).toBeGreaterThan(0);
  expect(await value("depositary_log_unsequenced_entries")).toBeGreaterThan(0);
  expect(await value("depositary_log_lag_seconds")).toBeGreaterThan(0);
  await work(office, await roomOf(office));
  expect(await value('depositary_acts_total{act="submit",outcome="done"}')).toBe(1);
  const route = 'route="/api/v1/agreements/{id}/submissions",status="201"';
  const series = `depositary_http_request_duration_seconds_count{method="POST",${route}}`;
  expect(await value(series)).toBe(1);
  const done = 'depositary_job_duration_seconds_count{job="request-review",outcome="done"}';
  expect(await value(done)).toBe(1);
  const sent = 'depositary_letters_total{letter="review-requested",outcome="sent"}';
  expect(await value(sent)).toBeGreaterThan(1);
  expect(await value('depositary_outbox_jobs{state="waiting"}')).toBe(0);
  expect(await value('depositary_database_connections{pool="requests",state="max"}')).toBe(16);
  expect(await value('depositary_part_up{part="mail"}')).toBe(0);
  expect(await value('depositary_part_up{part="store"}')).toBe(1);
  expect(await value("process_resident_memory_bytes")).toBeGreaterThan(1e7);
});

test("no label holds an id, whatever strangers ask for", async () => {
  const id = crypto.randomUUID();
  for (const path of [`/api/v1/agreements/${id}`, `/x/${id}`, `/agreements/${id}`]) {
    await office.app.request(path, { method: "PROPFIND" });
    await office.app.request(path);
    await office.as("legal-officer").send("GET", path);
  }
  const text = await (await office.app.request("/metrics", { headers: shown })).text();
  expect(text).not.toContain(id);
  expect(text).not.toContain("PROPFIND");
  expect(text).toContain('method="other",route="none"');
});

test("figures are for who shows the token; without one there is nothing at the address", async () => {
  const ask = (headers: Record<string, string>) => office.app.request("/metrics", { headers });
  expect((await ask({})).status).toBe(401);
  expect((await ask({ Authorization: "Bearer a-token-of-thirty-two-characterz" })).status).toBe(
    401,
  );
  expect((await ask({ Authorization: `Basic ${btoa(`x:${token}`)}` })).status).toBe(401);
  expect((await ask(shown)).status).toBe(200);
  const closed = createApp(() => ({ ...office.ctx, metricsToken: null }));
  expect((await closed.request("/metrics")).status).toBe(404);
  expect((await closed.request("/metrics", { headers: shown })).status).toBe(404);
});

test("a listener of its own answers the figures and nothing else", async () => {
  const listener = { host: "localhost", port: 0 };
  const open = (wanted: string | null) =>
    serveMetrics(
      { observe: { level: "info", metrics: { token: wanted, listener }, tracing: null } },
      office.ctx.metrics,
    );
  const [free, guarded] = [await open(null), await open(token)];
  const at = (opened: typeof free, path: string, headers = {}) =>
    fetch(`http://127.0.0.1:${opened?.port}${path}`, { headers });
  expect(await (await at(free, "/metrics")).text()).toContain("depositary_acts_total");
  expect((await at(free, "/api/v1/service")).status).toBe(404);
  expect((await at(guarded, "/metrics")).status).toBe(401);
  expect((await at(guarded, "/metrics", shown)).status).toBe(200);
  await Promise.all([free?.close(), guarded?.close()]);
});

test("a database that is away leaves figures without a value, and the rest as it is", async () => {
  const metrics = openPrometheus(
    {
      pools: () => ({}),
      work: () => Promise.reject(new Error("ECONNREFUSED")),
      parts: () => ({ database: false }),
    },
    () => new Date(),
  );
  const { text = "" } = (await metrics.page?.()) ?? {};
  expect(text).toContain('depositary_part_up{part="database"} 0');
  expect(text).not.toMatch(/^depositary_(outbox|log)_\w+({.*})? \d/m);
});
