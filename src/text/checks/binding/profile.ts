import type { Text } from "../../articles.ts";
import { fold } from "../../fold.ts";
import { paragraphsOf } from "../paragraphs.ts";
import type { Warning } from "../warning.ts";

type Words = {
  allows?: string[] | undefined;
  avoids?: { find: string; say: string }[] | undefined;
};

/** What an office's practice says of binding words, in instruments of one recorded kind. */
export type Profile = {
  kind: "binding" | "non-binding";
  /** The templates that it is for; all if there are none. */
  templates?: string[] | undefined;
  /** By language tag. */
  languages: Record<string, Words>;
};

/** The rules that judge how binding a word is. */
const judged: readonly string[] = ["memorandum-words", "soft-words"];

/** The profiles for an instrument of this recorded kind, made from this template. */
export function profilesFor(
  profiles: Profile[],
  { binding, template }: { binding: boolean; template: string },
): Profile[] {
  const kind = binding ? "binding" : "non-binding";
  return profiles.filter((one) => one.kind === kind && (one.templates?.includes(template) ?? true));
}

/**
 * The warnings as the office's practice has them: without words that it allows, and with those that it avoids. A word
 * is compared folded, a `*` at its end stands for any ending.
 */
export function asInPractice(warnings: Warning[], texts: Text[], profiles: Profile[]): Warning[] {
  if (profiles.length === 0) return warnings;
  const kept = warnings.flatMap((warning) => {
    const { rule, language, found = [] } = warning;
    if (!judged.includes(rule) || found.length === 0) return [warning];
    const allowed = wordsIn(profiles, language).flatMap(({ allows = [] }) => allows.map(wholeWord));
    const left = found.filter((words) => !allowed.some((one) => one.test(spaced(words))));
    return left.length === 0 ? [] : [{ ...warning, found: left }];
  });
  return [...kept, ...texts.flatMap((text) => avoided(text, profiles))];
}

function avoided(text: Text, profiles: Profile[]): Warning[] {
  const { language } = text;
  const words = wordsIn(profiles, language).flatMap(({ avoids = [] }) =>
    avoids.map(({ find, say }) => ({ pattern: wholeWord(find), say })),
  );
  if (words.length === 0) return [];
  return paragraphsOf(text).flatMap(({ article, label, text: paragraph }) => {
    const folded = spaced(paragraph);
    return words.flatMap(({ pattern, say }): Warning[] => {
      const word = pattern.exec(folded)?.[0].trim();
      if (word === undefined) return [];
      const found = asWritten(paragraph, word);
      return [
        {
          rule: "office-words",
          source: { key: "practice-office" },
          language,
          article,
          paragraph: label,
          detail: { key: "avoided-word", values: { word: found, say } },
          found: [found],
        },
      ];
    });
  });
}

function wordsIn(profiles: Profile[], language: string): Words[] {
  return profiles.flatMap(({ languages }) => ofLanguage(languages, language) ?? []);
}

/** The words for a tag, or for its language. */
function ofLanguage(languages: Record<string, Words>, tag: string): Words | undefined {
  return languages[tag] ?? languages[tag.split("-")[0] ?? tag];
}

const patterns = new Map<string, RegExp>();
const maxPatterns = 2000;

function wholeWord(find: string): RegExp {
  const known = patterns.get(find);
  if (known) return known;
  const stem = find.endsWith("*");
  const made = new RegExp(` ${fold(find)}${stem ? "[\\p{L}\\p{N}]*" : ""} `, "u");
  if (patterns.size >= maxPatterns) patterns.clear();
  patterns.set(find, made);
  return made;
}

/** Folded, with a space before the first word and after the last. */
function spaced(words: string): string {
  return ` ${fold(words)} `;
}

/** The words as the paragraph has them, whose folded form this is. */
function asWritten(paragraph: string, folded: string): string {
  const count = folded.split(" ").length;
  const words = [...paragraph.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const at = words.findIndex((_, from) => {
    const own = words.slice(from, from + count).map((one) => one[0]);
    return fold(own.join(" ")) === folded;
  });
  const [first, last] = [words[at], words[at + count - 1]];
  if (!first || !last) return folded;
  return paragraph.slice(first.index, last.index + last[0].length);
}
