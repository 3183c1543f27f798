/**
 * How long the reading of lists takes: agreements by filter and by words, counts, what waits for a person, who is
 * present, and the public register, asked over the API one after the other. `AGREEMENTS` says how many there are, a
 * fifth of them in each of five stages; `ROUNDS` how often each is asked; `ONLY` is a pattern of the requests that are asked;
 * `DATA` a folder that keeps the database for the next run. Where others use the machine, the processor's time says most.
 */
import { openReport } from "../report.ts";
import { openReading } from "./open-reading.ts";

const report = openReport();
const count = Number(process.env.AGREEMENTS ?? 10_000);
const rounds = Number(process.env.ROUNDS ?? 20);
const only = new RegExp(process.env.ONLY ?? "");
/** The goals are for this many and more. */
const goals = count >= 100_000 ? [{ of: "p95" as const, most: 50 }] : [];

const reading = await openReading(count);
const keys = {
  officer: await reading.keyOf("legal-officer"),
  "party of all": await reading.keyOf("representative", "KR"),
  "party of half": await reading.keyOf("representative", "KZ"),
  "party of a 11th": await reading.keyOf("representative", "EE"),
  "party of a 1000th": await reading.keyOf("representative", "HUB"),
  archivist: await reading.keyOf("archivist"),
};
const bad: Record<string, string> = {
  officer: "an officer with all agreements",
  "party of all": "a party in every agreement",
};
const opened = await first("/agreements?stage=sign.open&party=KZ&limit=1", keys.officer);

/** In one agreement, as the beginning of a word in every Russian text, in every text. */
const words = ["слово77", "стор", "ben 2026"];
const search = (q: string) => `q=${encodeURIComponent(q)}`;
const asked = [
  ...["", "?sort=updated", "?stage=sign&party=AE&area=peer-learning", "?party=HUB"],
  // Nothing is in French.
  ...["?language=fr", "?sort=updated&language=fr", "?createdFrom=2020-01-01"],
  ...["?publishedFrom=2020-01-01", `?sort=updated&${search("ben 2026")}`],
  // A column of the board, and the worst orders: far back by last act, a common word in few.
  ...["?stage=publish&sort=updated&limit=20", "?sort=updated&createdTo=2020-01-01"],
  ...[`?sort=updated&${search("слово7")}`, `?party=HUB&${search("стор")}`],
  ...words.map((q) => `?${search(q)}`),
].map((query) => `/agreements${query}`);
const counted = [
  ...["", "?party=AE", "?stage=review", "?createdFrom=2020-01-01"],
  ...["?area=peer-learning&language=ru", `?stage=publish&${search("стор")}`],
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
  if (who === "officer" || who === "party of half") await measure(rows, who, "/waiting", key);
  if (who === "party of half") {
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
  `${count.toLocaleString("en")} agreements, ${reading.data}, three texts of 3,000 characters each; \`стор\` begins a word of every Russian text, \`ben 2026\` is in every text, nothing is in French.`,
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

function badInput(who: string, what: string): { badInput?: string } {
  if (what.includes("language=fr")) return { badInput: "a filter that matches nothing" };
  if (what.includes("ben 2026")) return { badInput: "a word that is in all texts" };
  const named = bad[who];
  return named ? { badInput: named } : {};
}

function print(who: string, rows: Rows): void {
  if (rows.length > 0) report.table(who, { unit: "ms" }, rows);
}
