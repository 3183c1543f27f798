/** Words without their strings, and the strings by the last key that reads like a language, in the order of the words. */
export type Apart = { frame: unknown; strings: Record<string, string[]> };

const language = /^[a-z]{2,3}$/;
/** Strings under no such key. */
const none = "";

type Change = (value: unknown, under: string) => unknown;

/** The same value with each leaf changed, in the order of its keys. */
function each(value: unknown, change: Change, under = none): unknown {
  if (Array.isArray(value)) return value.map((one) => each(one, change, under));
  if (typeof value !== "object" || value === null) return change(value, under);
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      each(one, change, language.test(key) ? key : under),
    ]),
  );
}

/**
 * Takes the strings of each language out of the words, so that what packs them sees like beside like. Throws for words that
 * hold null, which stands for a string.
 */
export function takeApart(words: unknown): Apart {
  const strings: Record<string, string[]> = {};
  const frame = each(words, (value, under) => {
    if (value === null) throw new Error("Words hold no null.");
    if (typeof value !== "string") return value;
    strings[under] ??= [];
    strings[under].push(value);
    return null;
  });
  return { frame, strings };
}

/** The words again. */
export function putTogether({ frame, strings }: Apart): unknown {
  const read: Record<string, number> = {};
  return each(frame, (value, under) => {
    if (value !== null) return value;
    const nth = read[under] ?? 0;
    read[under] = nth + 1;
    return strings[under]?.[nth];
  });
}
