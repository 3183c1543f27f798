import { describe, expect, test, vi } from "vitest";
import { verifyInProcess } from "#src/pdf/verify-in-process.ts";
import { until } from "../../support/until.ts";
import { newKey, sealed } from "../attacks/fixture.ts";
import { newLimits, stopClock } from "./own-limits.ts";
import { ownVerifiers } from "./running.ts";
import { slowFile } from "./slow-file.ts";

const { key, trust } = newKey();
const { pdf } = await sealed(key);

describe("a process that is killed from outside", () => {
  test("while it is idle: the next file is judged in another", async () => {
    stopClock();
    const limits = newLimits();
    await verifyInProcess(pdf, { trust }, limits);
    const [pid] = ownVerifiers(limits.megabytes);
    process.kill(pid!, "SIGKILL");
    expect((await verifyInProcess(pdf, { trust }, limits)).verdict).toBe("VALID");
    expect(ownVerifiers(limits.megabytes)).not.toContain(pid);
  });

  test.each(["SIGKILL", "SIGSEGV"] as const)(
    "by %s during a file: it is judged in another",
    async (signal) => {
      const limits = newLimits();
      const file = slowFile();
      const answer = verifyInProcess(file, { trust }, limits);
      await until(() => ownVerifiers(limits.megabytes).length === 1);
      const [pid] = ownVerifiers(limits.megabytes);
      process.kill(pid!, signal);
      expect((await answer).verdict).toBe("NO_SIGNATURE");
      expect(ownVerifiers(limits.megabytes)).not.toContain(pid);
    },
  );

  test("twice during a file: that is an error, and the next file is judged", async () => {
    const limits = newLimits();
    const answer = verifyInProcess(slowFile(), { trust }, limits).catch((error: Error) => error);
    const killed = new Set<number>();
    await until(() => {
      for (const pid of ownVerifiers(limits.megabytes)) {
        if (killed.has(pid)) continue;
        killed.add(pid);
        process.kill(pid, "SIGKILL");
      }
      return killed.size === 2;
    });
    expect(await answer).toEqual(new Error("The verifying process died twice, of SIGKILL."));
    expect((await verifyInProcess(pdf, { trust }, limits)).verdict).toBe("VALID");
  });
});

test("a signal that asks a process to end does not end a verification", async () => {
  stopClock();
  const limits = newLimits();
  await verifyInProcess(pdf, { trust }, limits);
  const before = ownVerifiers(limits.megabytes);
  for (const signal of ["SIGINT", "SIGTERM"]) process.kill(before[0]!, signal);
  expect((await verifyInProcess(pdf, { trust }, limits)).verdict).toBe("VALID");
  expect(ownVerifiers(limits.megabytes)).toEqual(before);
});

test("a process that is idle for fifteen seconds ends", async () => {
  const limits = newLimits();
  stopClock();
  await verifyInProcess(pdf, { trust }, limits);
  vi.advanceTimersByTime(14_000);
  await verifyInProcess(pdf, { trust }, limits);
  vi.advanceTimersByTime(14_999);
  expect(ownVerifiers(limits.megabytes)).toHaveLength(1);
  vi.advanceTimersByTime(1);
  vi.useRealTimers();
  await until(() => ownVerifiers(limits.megabytes).length === 0);
});
