import { afterAll, beforeAll, expect, test } from "vitest";
import { fireDeadlines } from "#src/agreements/service/fire-deadlines.ts";
import { openLines } from "#tests/support/lines.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { draft } from "#tests/support/scenario.ts";

let office: Office;
let time = new Date("2027-02-01T09:00:00Z");
beforeAll(async () => {
  office = await openOffice();
  office.ctx.now = () => time;
});
afterAll(() => office.close());

const due = "2027-02-15T13:00:00Z";
const open = () =>
  office.db.selectFrom("deadlines").select("kind").where("fired_at", "is", null).execute();

test("deadlines that fail are said in the log, stay, and keep no other from its turn", async () => {
  const broken = await draft(office);
  // More than one page of them, and due before the one that is in order.
  for (let nth = 0; nth < 130; nth++) {
    const row = { agreement: broken, number: 1, kind: `unheard-of/${nth}`, fired_at: null };
    const before = new Date("2027-02-10T00:00:00Z");
    await office.db
      .insertInto("deadlines")
      .values({ ...row, due_at: before, created_at: before })
      .execute();
  }
  const id = await draft(office);
  const asked = await office.as("legal-officer").act(id, "submissions", { respondBy: due });
  expect(asked.status).toBe(201);
  time = new Date(due);
  const lines = openLines();
  expect(await fireDeadlines({ ...office.ctx, log: lines.log })).toBe(1);
  expect(lines.of("deadline-failed")).toHaveLength(130);
  expect(lines.of("deadline-failed")[0]).toMatchObject({ agreement: broken, level: "error" });
  expect(lines.of("deadline-fired")).toMatchObject([{ agreement: id, kind: "close-round" }]);
  expect((await open()).map(({ kind }) => kind.split("/")[0])).toEqual(
    Array.from({ length: 130 }, () => "unheard-of"),
  );
});

test("a deadline whose agreement is locked by others is tried again, and not taken for done", async () => {
  await office.db.deleteFrom("deadlines").execute();
  const id = await draft(office);
  time = new Date("2027-03-01T09:00:00Z");
  await office.as("legal-officer").act(id, "submissions", { respondBy: "2027-03-10T09:00:00Z" });
  time = new Date("2027-03-10T09:00:00Z");
  const { committed } = office.ctx;
  const { Refusal } = await import("#src/errors.ts");
  const db = office.ctx.db;
  office.ctx.db = new Proxy(db, {
    get: (target, name) => {
      if (name === "transaction") throw new Refusal("busy", "Others are changing this record.");
      const value = Reflect.get(target, name) as unknown;
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  expect(await fireDeadlines(office.ctx)).toBe(0);
  office.ctx.db = db;
  expect(await open()).toHaveLength(1);
  expect(await fireDeadlines(office.ctx)).toBe(1);
  expect(committed).toBe(office.ctx.committed);
});
