/**
 * Loaded before a process of a test (`node --import`): its clock is apart from this machine's by as many milliseconds as
 * the file CLOCK_FILE says at the moment. Everything asks for the time by `new Date()` or `Date.now()`.
 */
import { readFileSync } from "node:fs";

const file = process.env.CLOCK_FILE ?? "";
const RealDate = Date;
const now = () => RealDate.now() + Number(readFileSync(file, "utf8"));

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, by) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], by),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
