/**
 * How long all checks of a draft take, as the editor runs them while one writes: `ARTICLES` articles in English, Russian
 * and Arabic. What is read of a paragraph is kept while its words stay, so one side changes one paragraph in each round,
 * and another changes all. The floor reads the three texts as articles. `ROUNDS` is how often each is done; they take
 * turns.
 */
import { checkTexts } from "#src/text/check-texts.ts";
import { parseText } from "#src/text/markdown.ts";
import type { Source } from "#src/text/source.ts";
import { openReport } from "../report.ts";
import { draftOf } from "./draft.ts";

const report = openReport();
const articles = Number(process.env.ARTICLES ?? 60);
const rounds = Number(process.env.ROUNDS ?? 60);
/** Rounds that are not counted, until the code is compiled. */
const warmUp = 5;

const { source, terms } = await draftOf(articles);
const floor = "the three texts read";
const sides: Record<string, (round: number) => Source["texts"]> = {
  "all checks, one paragraph changed": (round) => ({
    ...source.texts,
    en: (source.texts.en ?? "").replace(/\.\n/, ` and number ${1000 + round}.\n`),
  }),
  "all checks, every paragraph changed": (round) =>
    Object.fromEntries(
      Object.entries(source.texts).map(([language, text]) => {
        return [language, text.replaceAll(/\.\n/g, ` ${1000 + round}.\n`)];
      }),
    ),
};
const samples: Record<string, number[]> = { [floor]: [] };
for (const what of Object.keys(sides)) samples[what] = [];

const from = performance.now();
const found = checkTexts(source, terms).length;
const first = performance.now() - from;

for (let round = -warmUp; round < rounds; round += 1) {
  note(round, floor, () => {
    for (const [language, text] of Object.entries(source.texts)) parseText(text, language);
  });
  for (const [what, textsOf] of Object.entries(sides)) {
    const texts = textsOf(round);
    note(round, what, () => checkTexts({ ...source, texts }, terms));
  }
}
report.table(
  `A draft of ${articles} articles in three languages`,
  { unit: "ms", reference: floor },
  Object.entries(samples).map(([what, taken]) => ({
    what,
    samples: taken,
    ...(what !== floor && { goals: [{ of: "p95" as const, most: 150 }] }),
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
