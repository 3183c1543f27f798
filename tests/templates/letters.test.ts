import { expect, test } from "vitest";
import { lettersWithCode } from "#src/accounts/letters.ts";
import { letterNames } from "#src/agreements/service/recipients.ts";
import { templatesFolder } from "#src/foundation.ts";
import { jobs } from "#src/jobs/run-job.ts";
import { lettersToPeople } from "#src/outbox/order-letter.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { agreementMachine } from "#workflows/agreement.ts";
import { participationMachine } from "#workflows/participation.ts";
import events from "../../templates/events.json" with { type: "json" };

const files = await readFolder(`${templatesFolder}/letters`);
const accountLetters = [...lettersWithCode, ...lettersToPeople];
const languages = ["en", "ru", "ar", "kk", "fr"];

test("there is a letter for each occasion in each language, and no other", () => {
  const names = [...letterNames, ...accountLetters];
  const wanted = names.flatMap((name) => languages.map((tag) => `${name}/${tag}.md`));
  expect(Object.keys(files).sort()).toEqual(wanted.sort());
});

test.each([...letterNames, ...accountLetters])(
  "the letter %s says the same with the same values in each language",
  (name) => {
    const [english = "", ...others] = languages.map((tag) => files[`${name}/${tag}.md`] ?? "");
    for (const other of others) {
      expect(placeholders(other)).toEqual(placeholders(english));
      expect(other.trim().split(/\n{2,}/)).toHaveLength(english.trim().split(/\n{2,}/).length);
    }
  },
);

test.each(Object.entries(files))(
  "%s has a subject and one link; if it is about an agreement it names the reference",
  (path, letter) => {
    const [subject = "", ...blocks] = letter.trim().split(/\n{2,}/);
    const ofAccount = accountLetters.some((name) => path.startsWith(`${name}/`));
    expect(subject).toMatch(ofAccount ? /^# ./ : /^# .*\{\{reference\}\}/);
    expect(blocks.filter((block) => /^\[[^\]]+\]\(\{\{link\}\}\)$/.test(block))).toHaveLength(1);
  },
);

function placeholders(letter: string): string[] {
  return [...letter.matchAll(/\{\{[^}]*\}\}/g)].map(([whole]) => whole).sort();
}

test("every effect that parties are notified of has its sentence in five languages", () => {
  for (const [effect, words] of Object.entries(events)) {
    expect([effect, Object.keys(words)]).toEqual([effect, ["en", "ru", "ar", "kk", "fr"]]);
  }
});

test("every effect that a machine names has its job", () => {
  const named = [agreementMachine, participationMachine].flatMap((machine) =>
    JSON.stringify(machine.config).match(/"actions":"([^"]+)"/g),
  );
  const effects = new Set(named.map((found) => found?.split('"')[3]));
  effects.delete("keep-stage");
  expect([...effects].filter((name) => !(String(name) in jobs))).toEqual([]);
});
