import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { freshFolder } from "../../support/folder.ts";
import { startProcess } from "../../support/processes.ts";
import { until } from "../../support/until.ts";
import { isRunning, runningVerifiers } from "./running.ts";
import { slowFile } from "./slow-file.ts";

const program = join(import.meta.dirname, "owner.ts");
const folder = freshFolder();
afterAll(() => folder.remove());
const letter = join(folder.path, "letter.pdf");
writeFileSync(letter, "Dear Sir");
const slow = join(folder.path, "slow.pdf");
writeFileSync(slow, slowFile());

const childOf = (pid: number) => runningVerifiers().find(({ parent }) => parent === pid)?.pid;

test("a program ends by itself while its process is idle, and the process with it", async () => {
  const owner = startProcess(program, [letter, "end"]);
  const [, left] = await owner.waitFor(/^leaves (\d+)$/m);
  expect(await owner.ended).toEqual({ code: 0, signal: null });
  await until(() => !isRunning(Number(left)));
});

test("no idle process survives a program that is killed", async () => {
  const owner = startProcess(program, [letter, "stay"]);
  await owner.waitFor(/^MALFORMED$/m);
  const pid = childOf(owner.pid)!;
  expect(isRunning(pid)).toBe(true);
  await owner.kill("SIGKILL");
  await until(() => !isRunning(pid));
});

test("no busy process survives a program that is killed", async () => {
  const owner = startProcess(program, [slow, "stay"]);
  await until(() => childOf(owner.pid) !== undefined);
  const pid = childOf(owner.pid)!;
  await owner.kill("SIGKILL");
  expect(owner.output()).toBe("");
  await until(() => !isRunning(pid));
});
