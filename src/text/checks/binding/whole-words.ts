/** Words that begin and end as words do, in every script. */
export function whole(words: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${bounded(words)})(?![\\p{L}\\p{N}])`, flags);
}

/** Words of which the rest of a word (`\p{L}*`) has a bound: a stranger's long word would otherwise take quadratic time. */
export function bounded(words: string): string {
  return words
    .replaceAll(
      /(\\p\{L[lu]?\}|\\w|\[\\p\{L\}-\])([*+])/g,
      (_, sign, repeated) => `${sign}{${repeated === "*" ? 0 : 1},40}`,
    )
    .replaceAll("\\d+", "\\d{1,9}");
}
