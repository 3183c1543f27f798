import * as api from "@opentelemetry/api";
import { NodeSDK } from "@opentelemetry/sdk-node";
import { InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { createApp } from "#src/http/app.ts";
import { tellQueued } from "#src/jobs/tell-queued.ts";
import { startOpenTelemetry, tracingBy } from "#src/observe/open-telemetry.ts";
import { relay } from "#src/outbox/relay.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { openLines } from "#tests/support/lines.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft, told } from "#tests/support/scenario.ts";

const exporter = new InMemorySpanExporter();
const sdk = new NodeSDK({
  serviceName: "depositary",
  spanProcessors: [new SimpleSpanProcessor({ exporter })],
  instrumentations: [],
  metricReaders: [],
  logRecordProcessors: [],
});

let office: Office;
const lines = openLines();
beforeAll(async () => {
  sdk.start();
  office = await openOffice();
  Object.assign(office.ctx, lines.observe, {
    tracing: tracingBy(api, () => sdk.shutdown()),
    trustedProxies: 1,
  });
});
afterAll(async () => {
  await office.close();
  await sdk.shutdown();
});

const trace = "4bf92f3577b34da6a3ce929d0e0e4736";

test("one trace leads from the request through act, outbox and job to the letter", async () => {
  const id = await draft(office);
  const officer = office.as("legal-officer");
  exporter.reset();
  lines.all.length = 0;
  const version = (await told(office, id, officer)).version;
  const answer = await officer.send(
    "POST",
    `/agreements/${id}/submissions`,
    { respondBy: "2099-01-01T00:00:00Z" },
    { "If-Match": `"${version}"`, traceparent: `00-${trace}-00f067aa0ba902b7-01` },
  );
  expect(answer.status).toBe(201);
  const room = await roomOf(office);
  await relay(office.ctx.db, new Date(), (jobs) => tellQueued(office.ctx, jobs));
  await work(office, room);

  const spans = exporter.getFinishedSpans().filter((one) => one.spanContext().traceId === trace);
  const names = new Set(spans.map(({ name }) => name));
  expect([...names]).toEqual(
    expect.arrayContaining([
      "POST /api/v1/agreements/{id}/submissions",
      "act submit",
      "outbox request-review",
      "job request-review",
      "letter review-requested",
    ]),
  );
  /** The names of a span and of those above it. */
  const above = (name: string): string[] => {
    const span = spans.find((one) => one.name === name);
    const parent = spans.find(
      (one) => one.spanContext().spanId === span?.parentSpanContext?.spanId,
    );
    return parent ? [name, ...above(parent.name)] : [name];
  };
  expect(above("letter review-requested")).toEqual([
    "letter review-requested",
    "job request-review",
    "act submit",
    "POST /api/v1/agreements/{id}/submissions",
  ]);
  expect(above("outbox request-review")[1]).toBe("act submit");
  // Lines bear the same name, so that a trace is found from a line and the other way round.
  expect(lines.of("letter-sent")[0]?.trace).toBe(trace);
  expect(lines.of("request").at(-1)?.trace).toBe(trace);
});

test("a collector that is away stops neither the start nor the end of a process", async () => {
  vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9");
  onTestFinished(() => void vi.unstubAllEnvs());
  const tracing = await startOpenTelemetry({ service: "depositary" });
  expect(await tracing.span("work", {}, async () => "done")).toBe("done");
  await tracing.close();
});

test("a trace holds no address, query or body, and says which step failed", async () => {
  exporter.reset();
  const broken = createApp(() => ({
    ...office.ctx,
    as: () => {
      throw new Error("anna@office.example has no connection");
    },
  }));
  await broken.request("/api/v1/parties?secret=hush", { headers: { Cookie: "x=hush" } });
  const told = JSON.stringify(
    exporter.getFinishedSpans().map(({ name, attributes, status }) => [name, attributes, status]),
  );
  expect(told).toContain('"http.response.status_code":500');
  expect(told).not.toMatch(/hush|anna/);
});
