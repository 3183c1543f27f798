import { createHash, createPrivateKey, sign } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { typesetInstrument } from "#src/pdf/instrument.ts";
import { freshAgreement, markdownOf } from "#tests/bench/typeset/fresh-agreement.ts";
import { openAuthority, rsa } from "#tests/support/authority.ts";
import { openReport } from "../report.ts";
import { depositary } from "./engines/depositary.ts";
import { floor } from "./engines/floor.ts";
import { libpdf } from "./engines/libpdf.ts";
import { signpdf } from "./engines/signpdf.ts";
import { pyhankoNote, verifiers } from "./verifiers.ts";

/**
 * Prints how long sealing a file of thirteen pages takes with each engine, and verifying what we sealed. The
 * process is warm, the files are not: each round sets a new text, and all engines seal the same file in the
 * same round, in an order that turns. `ROUNDS` sets their number. Beside the time by the clock stands that of the
 * processor, which a machine that has other work to do does not change.
 */
const report = openReport();
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
const judges = verifiers(pems, folder);
const signer = createPrivateKey(key);
const times = new Map<string, { clock: number[]; work: number[] }>();
let pages = 0;

for (let round = 0; round < warmUp + rounds; round++) {
  const { pdf, pages: set } = await freshFile(round + 1);
  pages = set;
  let sealed = pdf;
  for (const engine of inTurn(engines, round)) {
    const file = await timed(engine.name, round, () => engine.seal({ pdf, folder, round }));
    if (engine === engines[0]) sealed = file;
  }
  const digest = createHash("sha256").update(sealed).digest();
  const file = { sealed, signature: sign("sha256", digest, signer) };
  for (const { name, verify } of inTurn(judges, round)) {
    await timed(`verify: ${name}`, round, () => verify(file));
  }
}
rmSync(folder, { recursive: true });

const title = `a file of ${pages} pages, a fresh one in each round`;
const least = engines.at(-1)?.name ?? "";
const sealing = engines.map(({ name }) => name).concat("verify: depositary");
const bounds: Record<string, number> = { depositary: 2, "verify: depositary": 3 };
const clock = (what: string) => ({ what, samples: times.get(what)?.clock ?? [] });
report.table(
  `Sealing ${title}`,
  { unit: "ms", reference: least },
  sealing.map((what) => ({
    ...clock(what),
    ...(bounds[what] && { goals: [{ of: "ratio" as const, most: bounds[what] }] }),
  })),
);
report.table(
  `Sealing ${title}: processor time of the thread`,
  { unit: "ms", reference: least },
  sealing.map((what) => ({ what, samples: inBlocks(times.get(what)?.work ?? []) })),
);
report.table(
  `Verifying ${title}`,
  { unit: "ms", reference: `verify: ${judges.at(-1)?.name}` },
  judges.map(({ name }) => clock(`verify: ${name}`)),
);
report.note(
  "`@libpdf/core` seals without a picture on the page, `@signpdf` without PAdES; neither verifies.",
);
report.note(pyhankoNote);
report.close();

function inTurn<T>(all: T[], round: number): T[] {
  const turn = round % all.length;
  return [...all.slice(turn), ...all.slice(0, turn)];
}

/** Means of ten rounds: the kernel counts a thread's time in coarse steps. */
function inBlocks(all: number[]): number[] {
  const blocks = Array.from({ length: Math.ceil(all.length / 10) }, (_, n) =>
    all.slice(n * 10, n * 10 + 10),
  );
  return blocks.map((block) => block.reduce((sum, one) => sum + one, 0) / block.length);
}

async function timed<T>(name: string, round: number, run: () => Promise<T>): Promise<T> {
  const [from, busy] = [performance.now(), process.threadCpuUsage()];
  const result = await run();
  const ended = performance.now();
  const { user, system } = process.threadCpuUsage(busy);
  if (round < warmUp) return result;
  const spent = times.get(name) ?? { clock: [], work: [] };
  times.set(name, spent);
  spent.clock.push(ended - from);
  spent.work.push((user + system) / 1000);
  return result;
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
