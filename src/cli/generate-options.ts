import type { Wanted } from "#src/generate/generate.ts";
import { readWords, UsageError } from "./usage.ts";

const text = { type: "string" } as const;
const options = { agreements: text, seed: text, people: text, until: text };

/** The most that we have a reason to try: ten times the largest archive of treaties. */
const maxAgreements = 1_000_000;
const maxPeople = 100_000;
/** Enough for two officers of each kind and a delegate for each party. */
const minPeople = 200;

/** What to generate. The end of the histories is fixed unless given, so that a seed means the same next year. */
export function readWanted(words: string[]): Wanted {
  const { values, positionals } = readWords(words, options);
  if (positionals.length > 0) throw new UsageError(`Unknown word: ${positionals[0]}.`);
  const { agreements, seed = "depositary", people, until = "2026-06-30" } = values;
  if (agreements === undefined) throw new UsageError("Say how many, with --agreements.");
  return {
    agreements: readCount("--agreements", agreements, { min: 1, max: maxAgreements }),
    people:
      people === undefined
        ? 2000
        : readCount("--people", people, { min: minPeople, max: maxPeople }),
    seed: readSeed(String(seed)),
    until: readDay(String(until)),
  };
}

function readCount(name: string, given: unknown, { min, max }: { min: number; max: number }) {
  const count = /^\d{1,9}$/.test(String(given)) ? Number(given) : 0;
  if (count >= min && count <= max) return count;
  throw new UsageError(`${name} must be a whole number from ${min} to ${max}, not ${given}.`);
}

function readSeed(seed: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u.test(seed)) return seed;
  throw new UsageError("--seed must be a short text of letters and digits.");
}

function readDay(day: string): string {
  const moment = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
  if (isDay && day.length === 10 && day >= "2000-01-01" && day <= "2100-01-01") return day;
  throw new UsageError(`--until must be a day from 2000-01-01 to 2100-01-01, not ${day}.`);
}
