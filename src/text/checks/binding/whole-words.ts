/**
 * Words that begin and end as words do, in every script. The rest of a word (`\p{L}*`) has a bound: a stranger's long word
 * would otherwise take quadratic time.
 */
export function whole(words: string, flags: string): RegExp {
  const bounded = words
    .replaceAll(
      /(\\p\{L\}|\\w)([*+])/g,
      (_, sign, repeated) => `${sign}{${repeated === "*" ? 0 : 1},40}`,
    )
    .replaceAll("\\d+", "\\d{1,9}");
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${bounded})(?![\\p{L}\\p{N}])`, flags);
}
