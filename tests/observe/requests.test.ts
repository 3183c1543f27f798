import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createApp } from "#src/http/app.ts";
import { roomOf, work } from "#tests/support/jobs.ts";
import { type Lines, openLines } from "#tests/support/lines.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { circulate, draft } from "#tests/support/scenario.ts";

let office: Office;
let lines: Lines;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => {
  lines = openLines();
  Object.assign(office.ctx, lines.observe);
});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const named = "6f1ed002ab5595859014ebf0951522d9";

test("a request leaves one line with its name, route, status, person, agreement and act", async () => {
  const id = await draft(office);
  const officer = office.as("legal-officer");
  lines.all.length = 0;
  const answer = await officer.act(id, "submissions", { respondBy: "2099-01-01T00:00:00Z" });
  expect(answer.status).toBe(201);
  const requestId = answer.headers.get("X-Request-Id");
  expect(requestId).toMatch(uuid);
  // The act's version is asked for first.
  expect(lines.of("request").at(-1)).toEqual({
    level: "info",
    time: expect.any(String),
    from: "http",
    event: "request",
    request: requestId,
    method: "POST",
    route: "/api/v1/agreements/{id}/submissions",
    status: 201,
    ms: expect.any(Number),
    person: officer.person.id,
    agreement: id,
    act: "submit",
  });
  expect(lines.of("act")).toMatchObject([
    {
      act: "submit",
      outcome: "done",
      agreement: id,
      request: requestId,
      person: officer.person.id,
    },
  ]);
});

test("what a request orders bears its name, to the letter", async () => {
  const id = await draft(office);
  const asked = { respondBy: "2099-01-01T00:00:00Z" };
  const answer = await office.as("legal-officer").act(id, "submissions", asked);
  const request = answer.headers.get("X-Request-Id");
  await work(office, await roomOf(office));
  const letters = lines.of("letter-sent").filter(({ agreement }) => agreement === id);
  expect(letters.length).toBeGreaterThan(0);
  for (const line of letters) {
    expect(line).toMatchObject({ request, letter: "review-requested", effect: "request-review" });
  }
  expect(lines.of("job-done")).toContainEqual(expect.objectContaining({ agreement: id, request }));
  expect(lines.text()).not.toContain("@");
});

test("a refusal is told by its code and without a stack, and its problem names the request", async () => {
  const answer = await office.anyone.send("GET", "/agreements?q=a-secret-query");
  const problem = (await answer.json()) as { requestId: string };
  expect(problem.requestId).toBe(answer.headers.get("X-Request-Id"));
  const [line] = lines.of("request");
  expect(line).toMatchObject({ status: 401, problem: "unauthenticated", level: "info" });
  expect(line).not.toHaveProperty("error");
  expect(lines.text()).not.toContain("a-secret-query");
});

test("a fault is told with its stack and without what people sent", async () => {
  const broken = createApp(() => ({
    ...office.ctx,
    cursorKey: () => Promise.reject(new Error("anna@office.example has no cursor")),
    as: () => {
      throw new Error("anna@office.example has no connection, code=123456");
    },
  }));
  const answer = await broken.request("/api/v1/parties?secret=hush", {
    headers: { Authorization: "Bearer dep-hush-hush", Cookie: "depositary-session=hush" },
  });
  expect(answer.status).toBe(500);
  const problem = (await answer.json()) as { requestId: string; detail: string };
  const [line] = lines.of("request-failed");
  expect(line).toMatchObject({
    level: "error",
    status: 500,
    problem: "internal",
    request: problem.requestId,
    route: "/api/v1/parties",
  });
  expect(line?.error).toMatch(/has no connection.*\n\s+at .*:\d+/);
  expect(lines.text()).not.toMatch(/hush|anna|123456/);
});

test("probes and files of the app are told at debug, and unknown addresses do not become routes", async () => {
  for (const path of ["/healthz", "/readyz", "/assets/index-abc.js"]) {
    await office.app.request(path);
  }
  expect(lines.of("probe").map(({ route }) => route)).toEqual(["/healthz", "/readyz", "/assets/*"]);
  await office.app.request("/wp-admin/setup.php");
  await office.app.request("/api/v1/nothing/here");
  await office.app.request("/agreements/00000000-0000-4000-8000-000000000001");
  expect(lines.of("request").map(({ route }) => route)).toEqual([
    "none",
    "none",
    "/agreements/{id}",
  ]);
});

test("only a trusted proxy names a request", async () => {
  const headers = { "X-Request-Id": named };
  const own = await office.app.request("/api/v1/service", { headers });
  expect(own.headers.get("X-Request-Id")).toMatch(uuid);
  const behind = createApp(() => ({ ...office.ctx, trustedProxies: 1 }));
  const given = await behind.request("/api/v1/service", { headers });
  expect(given.headers.get("X-Request-Id")).toBe(named);
  const odd = await behind.request("/api/v1/service", { headers: { "X-Request-Id": "x y" } });
  expect(odd.headers.get("X-Request-Id")).toMatch(uuid);
});

test("a job that is left alone says why, and one that was done already does not write again", async () => {
  const id = await draft(office);
  await circulate(office, id);
  const room = await roomOf(office);
  await work(office, room);
  const { runJob } = await import("#src/jobs/run-job.ts");
  const row = await office.db
    .selectFrom("outbox")
    .select(["id", "run", "effect"])
    .where("agreement", "=", id)
    .where("effect", "=", "request-review")
    .executeTakeFirstOrThrow();
  const job = (run: number, number = row.id) => `${row.effect}-${number}-${run}`;
  lines.all.length = 0;
  for (const one of [job(row.run), job(row.run, "999999999"), "not-a-job"]) {
    await runJob(room, { id: one, last: false });
  }
  await office.db
    .updateTable("outbox")
    .set({ finished_at: null })
    .where("id", "=", row.id)
    .execute();
  await runJob(room, { id: job(row.run + 1), last: false });
  expect(lines.of("job-skipped").map(({ why }) => why)).toEqual([
    "finished-already",
    "no-such-row",
    "not-a-job-of-ours",
    "another-run",
  ]);
  await runJob(room, { id: job(row.run), last: false });
  expect(lines.of("job-needless").map(({ why }) => why)).toContain("answered-already");
  expect(lines.of("letter-sent")).toEqual([]);
});
