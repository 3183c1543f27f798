import { expect, test } from "vitest";
import { noting, openOutages } from "#src/observe/outages.ts";
import { openLines } from "#tests/support/lines.ts";

/** Outages on a clock that the test sets. */
function open() {
  const lines = openLines();
  let at = 0;
  const outages = openOutages({ log: lines.log, ticks: () => at });
  const pass = (ms: number) => {
    at += ms;
  };
  return { ...lines, outages, pass };
}

test("an outage leaves a line at once, one a minute with their number, and one when it is over", () => {
  const { outages, all, pass } = open();
  for (let second = 0; second < 150; second++) {
    outages.failed("database", new Error("connect ECONNREFUSED 10.0.0.7:5432"));
    pass(1000);
  }
  outages.well("database");
  outages.well("database");
  expect(all.map(({ event, level, part }) => [level, event, part])).toEqual([
    ["error", "outage-began", "database"],
    ["warn", "outage-goes-on", "database"],
    ["warn", "outage-goes-on", "database"],
    ["info", "outage-over", "database"],
  ]);
  expect(all[0]?.error).toMatch(/^Error: connect ECONNREFUSED 10\.0\.0\.7:5432\n\s+at /);
  expect(all[1]).toMatchObject({ more: 60, seconds: 60 });
  expect(all[1]?.error).toBe("Error: connect ECONNREFUSED 10.0.0.7:5432");
  expect(all[3]).toMatchObject({ seconds: 150, failures: 150 });
});

test("outages of different parts are told apart, and one that begins again is told again", () => {
  const { outages, all } = open();
  outages.failed("mail", new Error("ETIMEDOUT"));
  outages.failed("store", new Error("ENOENT"));
  expect(outages.isOut("mail")).toBe(true);
  outages.well("mail");
  expect([outages.isOut("mail"), outages.isOut("store")]).toEqual([false, true]);
  outages.failed("mail", new Error("ETIMEDOUT"));
  expect(all.map(({ event, part }) => `${event} ${part}`)).toEqual([
    "outage-began mail",
    "outage-began store",
    "outage-over mail",
    "outage-began mail",
  ]);
});

test("a call is noted by what becomes of it, and an answer that is no outage ends one", async () => {
  const { outages, all } = open();
  let fault: Error | null = new Error("ECONNREFUSED");
  const call = noting(
    outages,
    "mail",
    async (word: string) => {
      if (fault) throw fault;
      return word.length;
    },
    (error) => (error as Error).message !== "550 no such box",
  );
  await expect(call("seal")).rejects.toThrow("ECONNREFUSED");
  fault = new Error("550 no such box");
  await expect(call("seal")).rejects.toThrow("550");
  fault = null;
  expect(await call("seal")).toBe(4);
  expect(all.map(({ event }) => event)).toEqual(["outage-began", "outage-over"]);
});
