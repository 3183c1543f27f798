type Group = {
  /** Where its alternatives begin and end. */
  from: number;
  to: number;
  bars: number[];
  /** Whether it is no assertion, and neither it nor one around it is repeated. */
  plain: boolean;
};

/**
 * Two expressions for one with alternatives: the first has the first half of them and the second the others; null if
 * there are none. A search that fails tries one alternative after another, so it takes no longer than the searches of
 * both halves together. Only alternatives that are not repeated are parted, the longest list of them first.
 */
export function halvesOf(source: string): [string, string] | null {
  const [longest] = groupsOf(source)
    .filter(({ plain, bars }) => plain && bars.length > 0)
    .sort((one, other) => other.to - other.from - (one.to - one.from));
  if (!longest) return null;
  const { from, to, bars } = longest;
  const middle = (from + to) / 2;
  const far = (bar: number) => Math.abs(bar - middle);
  const bar = bars.reduce((best, one) => (far(one) < far(best) ? one : best));
  const [before, after] = [source.slice(0, from), source.slice(to)];
  return [before + source.slice(from, bar) + after, before + source.slice(bar + 1, to) + after];
}

/** The groups of an expression, and the expression itself. */
function groupsOf(source: string): Group[] {
  const whole: Group = { from: 0, to: source.length, bars: [], plain: true };
  const groups = [whole];
  const open = [whole];
  const sign =
    /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<(?![=!])[^>]*>|<?[=!]|:))?|\)(?:[*+?]|\{\d)?|\|/gsu;
  for (const { 0: found, index } of source.matchAll(sign)) {
    const around = open.at(-1) as Group;
    if (found === "|") around.bars.push(index);
    else if (found.startsWith("(")) {
      const group = { from: index + found.length, to: 0, bars: [], plain: !/[=!]$/.test(found) };
      groups.push(group);
      open.push(group);
    } else if (found.startsWith(")")) {
      around.to = index;
      if (found.length > 1) around.plain = false;
      open.pop();
    }
  }
  // A group inside one that is repeated is repeated, too.
  const repeated = groups.filter(({ plain }) => !plain);
  for (const group of groups) {
    if (repeated.some(({ from, to }) => from <= group.from && group.to <= to)) group.plain = false;
  }
  return groups;
}
