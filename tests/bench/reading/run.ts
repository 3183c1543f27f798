/**
 * How long the reading of lists takes: agreements by filter and by words, counts, what waits for a person, who is
 * present, and the public register, asked over the API one after the other. `AGREEMENTS` says how many there are, a
 * fifth of them in each of five stages; `ROUNDS` how often each is asked; `ONLY` is a pattern of the requests that are asked;
 * `DATA` a folder that keeps the database for the next run. Where others use the machine, the processor's time says most.
 */
import { rounded } from "../figures.ts";
import { openReport } from "../report.ts";
import { openReading } from "./open-reading.ts";

const report = openReport();
const count = Number(process.env.AGREEMENTS ?? 10_000);
const rounds = Number(process.env.ROUNDS ?? 20);
const only = new RegExp(process.env.ONLY ?? "");
/** The goals are for this many and more. */
const goals = count >= 100_000 ? [{ of: "p95" as const, most: 50 }] : [];

const reading = await openReading(count);
const keys: Record<string, string> = { officer: await reading.keyOf("legal-officer") };
const bad: Record<string, string> = { officer: "an officer with all agreements" };
const often = await nameOf("KZ");
for (const party of ["KR", "KZ", "EE", "HUB"]) {
  keys[await nameOf(party)] = await reading.keyOf("representative", party);
}
keys.archivist = await reading.keyOf("archivist");
const opened = await first("/agreements?stage=sign.open&party=KZ&limit=1", keys.officer ?? null);

const { ofFew, beginsOfAllRussian, ofAll } = reading.words;
const words = [ofFew, beginsOfAllRussian, ofAll];
const none = `language=${reading.languageOfNone}`;
const search = (q: string) => `q=${encodeURIComponent(q)}`;
const asked = [
  ...["", "?sort=updated", "?stage=sign&party=AE&area=peer-learning", "?party=HUB"],
  ...[`?${none}`, `?sort=updated&${none}`, "?createdFrom=2020-01-01"],
  ...["?publishedFrom=2020-01-01", `?sort=updated&${search(ofAll)}`],
  // A column of the board, and the worst orders: far back by last act, a common word in few.
  ...["?stage=publish&sort=updated&limit=20", "?sort=updated&createdTo=2020-01-01"],
  ...[`?sort=updated&${search("слово7")}`, `?party=HUB&${search(beginsOfAllRussian)}`],
  ...words.map((q) => `?${search(q)}`),
].map((query) => `/agreements${query}`);
const counted = [
  ...["", "?party=AE", "?stage=review", "?createdFrom=2020-01-01"],
  ...["?area=peer-learning&language=ru", `?stage=publish&${search(beginsOfAllRussian)}`],
  ...words.map((q) => `?${search(q)}`),
];
type Rows = Parameters<typeof report.table>[2];

for (const [who, key] of Object.entries(keys)) {
  const rows: Rows = [];
  for (const path of asked) await measure(rows, who, path, key);
  for (const sort of ["newest", "updated"]) {
    const { next } = await page(`/agreements?sort=${sort}`, key);
    if (next) await measure(rows, who, `/agreements?sort=${sort}&cursor=${next}`, key);
  }
  for (const query of counted) await measure(rows, who, `/agreements/counts${query}`, key);
  if (who === "officer" || who === often) await measure(rows, who, "/waiting", key);
  if (who === often) {
    await measure(rows, who, `/agreements/${opened}/presence`, key, { place: null });
  }
  print(who, rows);
}
const rows: Rows = [];
for (const q of words) await measure(rows, "public", `/register?${search(q)}`, null);
for (const path of ["", "?party=KZ", "?party=HUB", "?year=2026", "?year=1999", "/statistics"]) {
  await measure(rows, "public", `/register${path}`, null);
}
print("public", rows);
report.note(
  `${count.toLocaleString("en")} agreements, ${reading.data}; \`${ofFew}\` is in few of them, \`${beginsOfAllRussian}\` begins a word of every Russian text, \`${ofAll}\` is in every text, no text is in the language \`${reading.languageOfNone}\`.`,
);
await reading.close();
report.close();

type Listed = { items: { id: string }[]; next: string | null };

async function page(path: string, key: string | null): Promise<Listed> {
  return (await (await reading.ask("GET", path, key)).json()) as Listed;
}

async function first(path: string, key: string | null): Promise<string> {
  return (await page(path, key)).items[0]?.id ?? "";
}

async function measure(rows: Rows, who: string, path: string, key: string | null, body?: object) {
  const what = decodeURIComponent(path)
    .replace(/cursor=.*/, "page=2")
    .replace(/[0-9a-f-]{36}/, "{id}");
  if (!only.test(`${who} ${what}`)) return;
  const { samples, cpu, bytes } = await reading.measure(path, key, {
    rounds,
    ...(body && { body }),
  });
  const also = { "cpu ms": cpu.toFixed(1), KB: (bytes / 1024).toFixed(1) };
  rows.push({ what, samples, goals, also, ...badInput(who, what) });
}

/** A party by the share of the agreements in which it takes part. */
async function nameOf(party: string): Promise<string> {
  const share = await reading.shareOf(party);
  const name = `party in ${rounded(share)} %`;
  // All but the one that was copied.
  if (share > 99.9) bad[name] = "a party in every agreement";
  return name;
}

function badInput(who: string, what: string): { badInput?: string } {
  if (what.includes(none)) return { badInput: "a filter that matches nothing" };
  if (what.includes(`q=${ofAll}`)) return { badInput: "a word that is in all texts" };
  const named = bad[who];
  return named ? { badInput: named } : {};
}

function print(who: string, rows: Rows): void {
  if (rows.length > 0) report.table(who, { unit: "ms" }, rows);
}
