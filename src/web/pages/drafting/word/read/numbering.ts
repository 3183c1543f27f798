import { formatted } from "./number-formats.ts";
import { child, isOn, valOf, type XmlNode } from "./xml.ts";

/**
 * The label of a paragraph: its number, and the text that Word prints. If the format is unknown, `said` uses plain
 * digits and names the format.
 */
export type Label = {
  ordered: boolean;
  value: number;
  words: string;
  said: string;
  indent: number;
};

export type Numbering = {
  /** The list level that belongs to the nearest of some styles. */
  levelOf: (id: string, styles: string[]) => number;
  /** Counts a paragraph. Call it once for each paragraph, in document order. */
  next: (id: string, level: number) => Label | null;
};

type Level = {
  start: number;
  format: string;
  text: string;
  restart: number | null;
  legal: boolean;
  style: string | undefined;
  indent: number;
};

type List = { counting: string; levels: Map<number, Level>; overrides: Map<number, number> };

/** Counts as Word does, from the numbering part: one counter per list definition, restarted by higher levels. */
export function readNumbering(part: XmlNode | undefined): Numbering {
  const lists = listsOf(child(part, "numbering"));
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    levelOf: (id, styles) => {
      const levels = [...(lists.get(id)?.levels ?? [])];
      const of = (style: string) => levels.find(([, one]) => one.style === style)?.[0];
      return styles.map(of).find((level) => level !== undefined) ?? 0;
    },
    next: (id, at) => {
      const list = lists.get(id);
      const level = list?.levels.get(at);
      if (!list || !level) return null;
      if (level.format === "bullet") {
        const { text, indent } = level;
        return { ordered: false, value: 0, words: text, said: text, indent };
      }
      const count = counts.get(list.counting) ?? [];
      counts.set(list.counting, count);
      const key = `${id} ${at}`;
      const first = list.overrides.get(at);
      const override = begun.has(key) ? undefined : first;
      begun.add(key);
      const before = count[at];
      const value = override ?? (before === undefined ? (first ?? level.start) : before + 1);
      count[at] = value;
      restart(list, count, at);
      const words = labelOf(list, count, level);
      if (words === "") return null;
      const said = [words, ...unknownIn(list, level)].join(" ");
      return { ordered: true, value, words, said, indent: level.indent };
    },
  };
}

/** Restarts deeper levels, unless they name the only level that restarts them (17.9.11). */
function restart({ levels }: List, count: number[], at: number): void {
  for (let below = at + 1; below < count.length; below++) {
    const after = levels.get(below)?.restart ?? below;
    if (after !== 0 && at < after) delete count[below];
  }
}

function labelOf({ levels }: List, count: number[], { text, legal }: Level): string {
  return text.replaceAll(/%([1-9])/g, (_, digit) => {
    const at = Number(digit) - 1;
    const value = count[at] ?? levels.get(at)?.start ?? 1;
    const format = levels.get(at)?.format ?? "decimal";
    return formatted(value, legal ? "decimal" : format) ?? `${value}`;
  });
}

/** The unknown formats in a label. */
function unknownIn({ levels }: List, { text, legal }: Level): string[] {
  const used = [...text.matchAll(/%([1-9])/g)].map(([, digit]) => levels.get(Number(digit) - 1));
  const formats = legal ? [] : used.flatMap((level) => level?.format ?? []);
  return [...new Set(formats)].filter((one) => formatted(1, one) === null).map((one) => `(${one})`);
}

function listsOf(part: XmlNode | undefined): Map<string, List> {
  const all = part?.children ?? [];
  const abstract = new Map(
    all
      .filter(({ name }) => name === "abstractNum")
      .map((one) => [one.attributes.abstractNumId ?? "", one]),
  );
  const numbers = all.filter(({ name }) => name === "num");
  return new Map(
    numbers.map((one) => {
      const counting = valOf(one, "abstractNumId") ?? "";
      const own = abstract.get(counting);
      const link = valOf(own, "numStyleLink");
      const linked = link && [...abstract.values()].find((a) => valOf(a, "styleLink") === link);
      const levels = levelsOf((linked || own)?.children ?? []);
      const overrides = new Map<number, number>();
      for (const override of one.children.filter(({ name }) => name === "lvlOverride")) {
        const at = Number(override.attributes.ilvl ?? 0);
        const start = valOf(override, "startOverride");
        if (start !== undefined) overrides.set(at, whole(start));
        for (const [level, replaced] of levelsOf(override.children)) levels.set(level, replaced);
      }
      return [one.attributes.numId ?? "", { counting, levels, overrides }];
    }),
  );
}

function levelsOf(nodes: XmlNode[]): Map<number, Level> {
  return new Map(
    nodes
      .filter(({ name }) => name === "lvl")
      .map((one): [number, Level] => {
        const restart = valOf(one, "lvlRestart");
        const indent = child(one, "pPr", "ind")?.attributes;
        return [
          Number(one.attributes.ilvl ?? 0),
          {
            start: whole(valOf(one, "start") ?? "0"),
            // Word's newest formats are in alternate content, with an older one as fallback.
            format:
              valOf(one, "numFmt") ??
              valOf(one, "AlternateContent", "Fallback", "numFmt") ??
              "decimal",
            text: valOf(one, "lvlText") ?? "",
            restart: restart === undefined ? null : whole(restart),
            legal: isOn(child(one, "isLgl")) ?? false,
            style: valOf(one, "pStyle"),
            indent: whole(indent?.start ?? indent?.left ?? "0"),
          },
        ];
      }),
  );
}

/** Parses a whole number; anything else is 0. */
export function whole(text: string): number {
  const value = Number.parseInt(text, 10);
  return Number.isSafeInteger(value) ? value : 0;
}
