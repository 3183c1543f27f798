import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { freshAgreement, markdownOf } from "#tests/bench/typeset/fresh-agreement.ts";
import { openAuthority, rsa } from "#tests/support/authority.ts";
import { depositary } from "./engines/depositary.ts";
import { floor } from "./engines/floor.ts";
import { libpdf } from "./engines/libpdf.ts";
import { signpdf } from "./engines/signpdf.ts";

/**
 * Prints how long sealing a file of thirteen pages takes with each engine, and verifying what we sealed. The
 * process is warm, the files are not: each round sets a new text, and all engines seal the same file in the
 * same round, in an order that turns. `ROUNDS` sets their number. Beside the time by the clock stands that of the
 * processor, which a machine that has other work to do does not change.
 */
const rounds = Number(process.env.ROUNDS ?? 60);
const warmUp = 15;
/** As many as make thirteen pages. */
const articles = 9;
const folder = mkdtempSync(join(tmpdir(), "bench-"));
// All of it RSA, which is what every engine can read.
const authority = openAuthority("Bench", rsa(3072));
const { key, pem: certificate } = authority.issue("Seal", { key: rsa(3072) });
const pems = { key, certificate, authority: authority.pem };
authority.close();
const engines = [depositary(pems), await libpdf(pems), signpdf(pems, folder), floor(pems)];
const judge = "verify, ours";
const names = [...engines.map(({ name }) => name), judge];
const times = new Map(names.map((name) => [name, { clock: [] as number[], work: [] as number[] }]));
let pages = 0;

for (let round = 0; round < warmUp + rounds; round++) {
  const { pdf, pages: set } = await freshFile(round + 1);
  pages = set;
  const turn = round % engines.length;
  for (const engine of [...engines.slice(turn), ...engines.slice(0, turn)]) {
    const sealed = await timed(engine.name, round, () => engine.seal({ pdf, folder, round }));
    if (engine !== engines[0]) continue;
    const { verdict } = await timed(judge, round, () =>
      verifyPdf(sealed, { trust: [pems.authority] }),
    );
    if (verdict !== "VALID") throw new Error(verdict);
  }
}
rmSync(folder, { recursive: true });
const floorName = engines.at(-1)?.name ?? "";
console.log(`A file of ${pages} pages, ${rounds} rounds, a fresh file in each:`);
console.table(
  names.map((name) => ({
    engine: name,
    "median ms": Number(middle(name).toFixed(2)),
    "p95 ms": Number(middle(name, 0.95).toFixed(2)),
    "times floor": Number((middle(name) / middle(floorName)).toFixed(2)),
    "work ms": Number(mean(name).toFixed(2)),
    "work, times floor": Number((mean(name) / mean(floorName)).toFixed(2)),
  })),
);

async function timed<T>(name: string, round: number, run: () => Promise<T>): Promise<T> {
  const [from, busy] = [performance.now(), process.threadCpuUsage()];
  const result = await run();
  const { user, system } = process.threadCpuUsage(busy);
  if (round < warmUp) return result;
  times.get(name)?.clock.push(performance.now() - from);
  times.get(name)?.work.push((user + system) / 1000);
  return result;
}

function middle(name: string, share = 0.5): number {
  const sorted = (times.get(name)?.clock ?? []).toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

/** Of the processor's time, which is counted in coarse steps. */
function mean(name: string): number {
  const all = times.get(name)?.work ?? [];
  return all.reduce((sum, one) => sum + one, 0) / all.length;
}

/** One original of an agreement in three languages, whose only field is the seal's. */
function freshFile(seed: number) {
  const texts = freshAgreement(seed).map((text) => ({
    ...text,
    articles: text.articles.slice(0, articles),
  }));
  return typesetInstrument(
    {
      reference: `BENCH/${seed}`,
      title: Object.fromEntries(texts.map(({ language, title }) => [language, title])),
      languages: texts.map(({ language }) => language),
      parties: [],
      layout: "sequential",
      texts: Object.fromEntries(texts.map((text) => [text.language, markdownOf(text)])),
    },
    { date: "2026-11-23T10:00:00Z", id: `bench ${seed}` },
  );
}
