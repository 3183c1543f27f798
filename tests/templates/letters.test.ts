import { expect, test } from "vitest";
import { templatesFolder } from "#src/foundation.ts";
import { jobs } from "#src/jobs/run-job.ts";
import { placesOf } from "#src/text/placeholder.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { agreementMachine } from "#workflows/agreement.ts";
import {
  agreementLetterNames,
  type LetterName,
  letterEffects,
  letterNames,
  letters,
} from "#workflows/letters.ts";
import { notifiedEffects } from "#workflows/notified-effects.ts";
import { participationMachine } from "#workflows/participation.ts";
import events from "../../templates/events.json" with { type: "json" };

const files = await readFolder(`${templatesFolder}/letters`);
const languages = ["en", "ru", "ar", "kk", "fr"];

test("every letter of the table has its text in each language, and there is no other text", () => {
  const wanted = letterNames.flatMap((name) => languages.map((tag) => `${name}/${tag}.md`));
  expect(Object.keys(files).sort()).toEqual(wanted.sort());
});

test.each(letterNames)(
  "the letter %s says in each language what its row in the table says",
  (name) => {
    const english = blocksOf(`${name}/en.md`);
    for (const tag of languages) {
      expect(placesIn(files[`${name}/${tag}.md`] ?? "")).toEqual(wanted(name));
      const salutation = ["ar", "fr"].includes(tag) ? 1 : 0;
      expect(blocksOf(`${name}/${tag}.md`)).toHaveLength(english.length + salutation);
    }
  },
);

/** What a letter has to say: what its row names, and what every letter of its kind says. */
function wanted(name: LetterName): string[] {
  const shared = isOfAgreement(name) ? ["reference", "title", "agreement", "facts"] : [];
  const deadline = "deadline" in letters[name] ? ["deadline", "until"] : [];
  return ["recipient", "link", ...shared, ...deadline, ...letters[name].says].sort();
}

/** Its paragraphs; Arabic and French address the reader by name, and then salute them. */
function blocksOf(path: string): string[] {
  return (files[path] ?? "").trim().split(/\n{2,}/);
}

const isOfAgreement = (name: string) => agreementLetterNames.some((known) => known === name);

test.each(Object.entries(files))(
  "%s has a subject and one link; if it is about an agreement it names the reference",
  (path, letter) => {
    const [subject = "", ...blocks] = letter.trim().split(/\n{2,}/);
    const ofAgreement = isOfAgreement(path.split("/")[0] ?? "");
    expect(subject).toMatch(
      ofAgreement ? /^# \{\{reference\}\}\s?: .+ – \{\{agreement\}\}$/ : /^# ./,
    );
    expect(blocks.filter((block) => /^\[[^\]]+\]\(\{\{link\}\}\)$/.test(block))).toHaveLength(1);
  },
);

function placesIn(letter: string): string[] {
  return [...new Set(placesOf(letter).map(({ name }) => name))].sort();
}

test("every effect that parties are notified of has its sentence in five languages", () => {
  expect(Object.keys(events).sort()).toEqual([...notifiedEffects].sort());
  for (const [effect, words] of Object.entries(events)) {
    expect([effect, Object.keys(words)]).toEqual([effect, languages]);
  }
});

test("every effect that a machine names has its job, or orders one letter", () => {
  const configs = [agreementMachine, participationMachine].map(({ config }) => config);
  const named = JSON.stringify(configs).match(/"actions":("[^"]+"|\[[^\]]+\])/g) ?? [];
  const effects = new Set(named.flatMap((actions) => actions.match(/[\w-]+/g)?.slice(1) ?? []));
  effects.delete("keep-stage");
  expect(effects.size).toBeGreaterThan(20);
  const known: string[] = [...Object.keys(jobs), ...letterEffects];
  expect([...effects].filter((name) => !known.includes(name))).toEqual([]);
  expect(known).toEqual([...new Set(known)]);
});
