import { readFileSync } from "node:fs";
import { verifyInProcess } from "#src/pdf/verify-in-process.ts";
import { runningVerifiers } from "./running.ts";

/** A program that verifies a file, then ends or stays until it is killed. On its last line it counts its processes. */
const [file = "", then] = process.argv.slice(2);
process.on("exit", () => {
  const own = runningVerifiers().filter(({ parent }) => parent === process.pid);
  console.log(`leaves ${own.map(({ pid }) => pid).join(" ")}`);
});
const ample = { milliseconds: 110_000, megabytes: 512 };
const { verdict } = await verifyInProcess(new Uint8Array(readFileSync(file)), {}, ample);
console.log(verdict);
if (then === "stay") setInterval(() => {}, 60_000);
