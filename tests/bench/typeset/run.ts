import { engines } from "./engines.ts";
import { freshAgreement } from "./fresh-agreement.ts";

/**
 * Prints how long one agreement in three languages takes with each engine. The process is warm, the words
 * are not: each round writes a new text, and all engines set the same text in the same round, in an order
 * that turns. `ROUNDS` sets their number.
 */
const rounds = Number(process.env.ROUNDS ?? 25);
const warmUp = 6;

const times = new Map(engines.map(({ name }) => [name, [] as number[]]));
const made = new Map<string, { pages: number; bytes: number }>();

for (let round = 0; round < warmUp + rounds; round++) {
  const texts = freshAgreement(round + 1);
  const turn = round % engines.length;
  for (const { name, render } of [...engines.slice(turn), ...engines.slice(0, turn)]) {
    const from = performance.now();
    made.set(name, await render(texts));
    if (round >= warmUp) times.get(name)?.push(performance.now() - from);
  }
}

const middle = (name: string, share = 0.5) => {
  const sorted = (times.get(name) ?? []).toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
};
const [ours] = engines;
const paragraphs = freshAgreement(1).reduce((sum, { articles }) => sum + articles.flat().length, 0);

console.log(`One agreement, ${paragraphs} paragraphs, ${rounds} rounds, fresh words in each:`);
console.table(
  engines.map(({ name }) => ({
    engine: name,
    "median ms": Number(middle(name).toFixed(1)),
    "p95 ms": Number(middle(name, 0.95).toFixed(1)),
    "times ours": Number((middle(name) / middle(ours?.name ?? name)).toFixed(2)),
    pages: made.get(name)?.pages,
    KB: Math.round((made.get(name)?.bytes ?? 0) / 1024),
  })),
);
