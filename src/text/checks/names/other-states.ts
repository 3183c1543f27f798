import type { Warning } from "../warning.ts";
import type { NamedPassage, NamedText } from "./named-text.ts";
import type { Mention } from "./read-names.ts";
import type { NameList } from "./state-names.ts";

type Rule = Pick<Warning, "rule" | "source">;

/** The paragraphs in which one language names another State than the first one does. */
export function otherStates([first, ...others]: NamedText[], rule: Rule): Warning[] {
  if (!first) return [];
  return others.flatMap((text) =>
    text.parts.flatMap((part, index) => {
      const theirs = first.parts[index] ?? [];
      if (part.length !== theirs.length) return [];
      return part.flatMap((passage, at) => {
        const other = theirs[at];
        const found =
          other && differing({ passage, list: text.list }, { passage: other, list: first.list });
        if (!other || !found) return [];
        const [mine, his] = found;
        const paragraph = passage.label;
        return [
          {
            ...rule,
            ...{ language: text.language, article: passage.article, paragraph },
            detail: {
              key: "other-state",
              values: {
                state: { party: mine.code },
                language: { language: first.language },
                other: { party: his.code },
              },
            },
            found: [passage.plain.written(mine.from, mine.to)],
            also: [
              {
                ...{ language: first.language, article: other.article, paragraph: other.label },
                found: [other.plain.written(his.from, his.to)],
              },
            ],
          } satisfies Warning,
        ];
      });
    }),
  );
}

type Side = { passage: NamedPassage; list: NameList };

/** A State that only the first side names, and one that only the second names, as if in its place. */
function differing(one: Side, other: Side): [Mention, Mention] | null {
  const mine = onlyIn(one, other);
  const his = onlyIn(other, one);
  if (mine && his) return [mine, his];
  return swapped(one.passage.mentions, other.passage.mentions);
}

function onlyIn({ passage }: Side, other: Side): Mention | undefined {
  return passage.mentions.find(({ code }) => {
    const named = other.passage.mentions.some((one) => one.code === code);
    return !named && code !== "" && !alludes(other, code);
  });
}

/** Whether words have a part of the name: “Dutch” does not name the Netherlands, «литовский» does name Lithuania. */
function alludes({ passage: { words, mentions, misses }, list }: Side, code: string): boolean {
  if (misses.some((miss) => miss.code === code)) return true;
  const roots = [...(list.distinctive.get(code) ?? [])].map((key) =>
    key.slice(0, Math.max(4, key.length - 3)),
  );
  return words.some(({ from, to, keys }) => {
    const named = mentions.some((one) => one.from <= from && to <= one.to);
    return !named && keys.some((key) => roots.some((root) => key.startsWith(root)));
  });
}

/** The same names, but one of them once more and another once less. */
function swapped(mine: Mention[], his: Mention[]): [Mention, Mention] | null {
  if (mine.length !== his.length || mine.length < 3) return null;
  const count = (all: Mention[], code: string) => all.filter((one) => one.code === code).length;
  const codes = [...new Set([...mine, ...his].map(({ code }) => code))];
  const unlike = codes.filter((code) => count(mine, code) !== count(his, code));
  if (unlike.length !== 2) return null;
  const more = unlike.find((code) => count(mine, code) > count(his, code));
  const less = unlike.find((code) => code !== more);
  const [one, other] = [
    mine.findLast(({ code }) => code === more),
    his.findLast(({ code }) => code === less),
  ];
  return one && other ? [one, other] : null;
}
