import { afterAll, beforeAll, expect, test } from "vitest";
import { findAgreement } from "#src/agreements/find.ts";
import type { JobContext } from "#src/jobs/job-context.ts";
import { runJob } from "#src/jobs/run-job.ts";
import { sealingService } from "#src/people/person.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { bringToOriginal, draft } from "#tests/support/scenario.ts";

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const wide = `# Title\n\n## One\n\n|${"x|".repeat(60)}\n|${"-|".repeat(60)}\n|${"y|".repeat(60)}\n`;
const narrow = "# Title\n\n## One\n\nText.\n";

async function put(id: string, text: string): Promise<void> {
  const officer = office.as("legal-officer");
  const { version } = await officer.get<{ version: number }>(`/agreements/${id}`);
  const headers = { "Content-Type": "text/markdown", "If-Match": `"${version}"` };
  const answer = await officer.send("PUT", `/agreements/${id}/texts/en`, text, headers);
  expect(answer.status).toBe(200);
}

test("a text that cannot be typeset is refused when it is to be circulated", async () => {
  const id = await draft(office);
  await put(id, wide);
  const answer = await office.as("legal-officer").act(id, "submissions");
  expect([answer.status, codeOf(await answer.json())]).toEqual([422, "invalid-source"]);
});

test("where it was circulated at the edge it returns to the drafters, and goes on with a new text", async () => {
  const id = await draft(office);
  await put(id, wide);
  const { typesetter } = office.ctx;
  office.ctx.typesetter = null;
  await bringToOriginal(office, id);
  office.ctx.typesetter = typesetter;
  const task = await office.db
    .selectFrom("outbox")
    .select(["id", "run"])
    .where("agreement", "=", id)
    .where("effect", "=", "typeset-originals")
    .executeTakeFirstOrThrow();
  const context: JobContext = {
    ctx: office.ctx,
    mail: { send: async () => {}, check: async () => {}, close: async () => {} },
    sealKey: office.seal.key,
    log: office.log,
    timestamping: null,
    sealRevocation: office.timestamping.revocationOf("seal"),
    letters: {},
    attachSource: false,
    notifications: { prefix: "DN", languages: ["en"] },
    publicUrl: "https://depositary.example",
    reached: async () => {},
    pause: async () => {},
  };
  await runJob(context, { id: `typeset-originals-${task.id}-${task.run}`, last: false });
  const { stage_name } = await findAgreement(office.db, id, sealingService);
  expect(stage_name).toBe("review.reconciling");
  await put(id, narrow);
  const again = await office.as("legal-officer").act(id, "submissions");
  expect(again.status).toBe(201);
});
