import { hash } from "node:crypto";
import { sealingService } from "#src/people/person.ts";
import { uuidOf } from "./chance.ts";
import { moved } from "./clock.ts";
import { standIn } from "./ordered-work.ts";
import type { Plan } from "./plan.ts";
import type { Played } from "./play.ts";
import { logOfStories } from "./table.ts";
import { remarks } from "./words.ts";

const token =
  /\b[0-9a-f]{64}|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d))?|DEP\/\d{4}\/\d{3,9}/g;

/** Puts the copy's own words, ids, people, parties, moments and digests in the place of the history's. */
export type Substitute = {
  /** Any JSON value, deeply; `key` is the column or the field that holds it. */
  value(given: unknown, key: string): unknown;
  /** Tells what a digest of the history is in the copy. */
  digest(old: string, now: string): void;
};

/** Which strings of a history change at all: most are names of acts and stages, which every copy shares. */
const changing = new WeakMap<Played, Map<string, boolean>>();

export function substituteFor(played: Played, plan: Plan, log: string): Substitute {
  const exact = exactWords(played, plan, log);
  const digests = digestsOf(played, plan);
  const ids = new Map<string, string>([...plan.people, [sealingService.id, sealingService.id]]);
  ids.set(played.id, plan.id);
  const idOf = (old: string) => {
    const found = ids.get(old) ?? uuidOf(`${plan.id} ${old}`);
    ids.set(old, found);
    return found;
  };
  const byToken = (found: string): string => {
    if (found.length === 64) return digestOf(digests, found);
    if (found.length === 36 && found[8] === "-") return idOf(found);
    if (found.startsWith("DEP/")) return found === played.reference ? plan.reference : found;
    if (found.length === 10) return dayOf(found, plan.shift.days);
    return moved(new Date(found), plan.shift).toISOString();
  };
  const known = changing.get(played) ?? new Map<string, boolean>();
  changing.set(played, known);
  const text = (given: string): string => {
    const changes = known.get(given) ?? canChange(given, exact);
    known.set(given, changes);
    if (!changes) return given;
    const whole = exact.get(given);
    if (whole !== undefined) return whole;
    const parts = given.replace(token, byToken).split("/");
    return parts.map((part) => plan.parties.get(part) ?? part).join("/");
  };
  const own: Record<string, unknown> = { areas: plan.areas, goals: plan.goals };
  const value = (given: unknown, key: string): unknown => {
    if (typeof given === "string") return text(given);
    if (typeof given !== "object" || given === null) return given;
    if (key in own) return own[key];
    if (Array.isArray(given)) return given.map((one) => value(one, ""));
    const fields = Object.entries(given).map(([name, one]) => [text(name), value(one, name)]);
    const made = Object.fromEntries(fields);
    return key === "variables" ? { ...made, place: plan.place } : made;
  };
  return { value, digest: (old, now) => void digests.set(old, now) };
}

function canChange(given: string, exact: Map<string, string>): boolean {
  token.lastIndex = 0;
  return (
    exact.has(given) || given.search(token) >= 0 || given.split("/").some((one) => exact.has(one))
  );
}

function exactWords(played: Played, plan: Plan, log: string): Map<string, string> {
  const exact = new Map<string, string>([...plan.parties, [logOfStories, log]]);
  for (const [language, words] of Object.entries(played.title)) {
    exact.set(words, plan.title[language] ?? words);
  }
  for (const [nth, words] of remarks.entries()) {
    exact.set(words, remarks[(nth + plan.index) % remarks.length]!);
  }
  return exact;
}

/** Digests that need nothing but the agreement's id, and those of files and templates that all copies share. */
function digestsOf({ rows }: Played, plan: Plan): Map<string, string> {
  const digests = new Map<string, string>();
  const of = (table: string) => rows.get(table) ?? [];
  for (const { template } of of("agreements")) digests.set(String(template), String(template));
  for (const { digest } of of("files")) digests.set(String(digest), String(digest));
  for (const [table, kind] of [
    ["originals", "original"],
    ["seals", "sealed"],
  ] as const) {
    for (const { original, digest } of of(table)) {
      digests.set(String(digest), hash("sha256", standIn(kind, plan.id, String(original))));
    }
  }
  return digests;
}

/** An unknown digest stops everything: copying it would put a wrong one on record. */
function digestOf(digests: Map<string, string>, old: string): string {
  const found = digests.get(old);
  if (found === undefined) throw new Error(`Nothing says what the digest ${old} is of.`);
  return found;
}

function dayOf(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  return moved(moment, { days, ms: 0 }).toISOString().slice(0, 10);
}
