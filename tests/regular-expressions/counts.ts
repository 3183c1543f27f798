/** How often something is repeated at least and at most, so that it is still repeated. */
const [least, more] = [2, 2];

/**
 * An expression with smaller numbers of repetitions: `(?:\w+ ){0,24}` becomes `(?:\w+ ){0,2}`. A number that has a
 * bound changes by what the time is multiplied, not how it grows with the text; but the checker, which tries texts until
 * a number of steps, cannot tell many steps for each letter from more of them for each letter that is added.
 */
export function lowered(source: string): string {
  return withCounts(source, (from, to) => {
    const low = Math.min(from, least);
    if (from === to) return `{${low}}`;
    return to === Infinity ? `{${low},}` : `{${low},${Math.min(to, low + more)}}`;
  });
}

/** An expression without upper bounds of repetitions: what takes exponential time within a bound does so without it. */
export function unbounded(source: string): string {
  return withCounts(source, (from, to) => {
    const low = Math.min(from, least);
    return from === to ? `{${low}}` : `{${low},}`;
  });
}

function withCounts(source: string, write: (from: number, to: number) => string): string {
  const counted = /\\(?:[pPu]\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]|\{(\d+)(,?)(\d*)\}/gsu;
  return source.replaceAll(counted, (found, from?: string, comma?: string, to?: string) => {
    if (from === undefined) return found;
    const last = comma ? to || Infinity : from;
    return write(Number(from), Number(last));
  });
}

/**
 * An expression whose first and last look around takes the character that it looks at: a word's beginning, `(?<!\p{L})`,
 * becomes `(?:^|[^\p{L}])`. The search takes as many steps, and the checker can prove it without trying texts.
 */
export function consuming(source: string): string {
  return source
    .replace(/^\(\?<!\[((?:\\.|[^\]\\])*)\]\)/u, "(?:^|[^$1])")
    .replace(/^\(\?<!(\\p\{\w+\}|\\d)\)/u, "(?:^|[^$1])")
    .replace(/\(\?!\[((?:\\.|[^\]\\])*)\]\)$/u, "(?:$$|[^$1])")
    .replace(/\(\?!(\\p\{\w+\}|\\d)\)$/u, "(?:$$|[^$1])");
}

/** Whether nothing is repeated without a bound: a search then takes a bounded number of steps from each place. */
export function isBounded(source: string): boolean {
  const signs = source.replaceAll(/\\(?:[pPu]\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]/gsu, "");
  return !/[*+]|\{\d+,\}/.test(signs);
}
