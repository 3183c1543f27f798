/**
 * How long all checks of a draft take, as the editor runs them while one writes: `ARTICLES` articles in English, Russian
 * and Arabic. The floor reads the three texts as articles. `ROUNDS` is how often each is done; they take turns.
 */
import { checkTexts } from "#src/text/check-texts.ts";
import { parseText } from "#src/text/markdown.ts";
import { openReport } from "../report.ts";
import { draftOf } from "./draft.ts";

const report = openReport();
const articles = Number(process.env.ARTICLES ?? 60);
const rounds = Number(process.env.ROUNDS ?? 60);
/** Rounds that are not counted, until the code is compiled. */
const warmUp = 5;

const { source, terms } = await draftOf(articles);
const floor = "the three texts read";
const checks = "all checks";
const samples: Record<string, number[]> = { [floor]: [], [checks]: [] };

const from = performance.now();
const found = checkTexts(source, terms).length;
const first = performance.now() - from;

for (let round = -warmUp; round < rounds; round += 1) {
  note(round, floor, () => {
    for (const [language, text] of Object.entries(source.texts)) parseText(text, language);
  });
  note(round, checks, () => checkTexts(source, terms));
}
report.table(
  `A draft of ${articles} articles in three languages`,
  { unit: "ms", reference: floor },
  Object.entries(samples).map(([what, taken]) => ({
    what,
    samples: taken,
    ...(what === checks && { goals: [{ of: "p95" as const, most: 150 }] }),
  })),
);
const letters = Object.values(source.texts).join("").length;
report.note(
  `${letters} characters, ${found} warnings. The first time, with nothing compiled, took ${Math.round(first)} ms.`,
);
report.close();

function note(round: number, what: string, work: () => unknown): void {
  const began = performance.now();
  work();
  if (round >= 0) samples[what]?.push(performance.now() - began);
}
