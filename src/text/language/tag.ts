/**
 * A BCP 47 tag of a text: a language, with its script, region and variants if need be, each in its usual case. Extensions
 * and private use (`-u-`, `-x-`) say nothing about a text's words.
 */
export const tagPattern =
  /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$/;

export const notATag = "is not a language tag such as ar, sr-Cyrl or ca-valencia";

/**
 * The tag in its canonical form, so that one language has one tag: `SR-latn` is `sr-Latn`. Anything that is not a tag is
 * given back as it is. A language whose code was replaced keeps the older one: texts were stored under it.
 */
export function canonicalTag(tag: string): string {
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0] ?? tag;
    const [language = "", ...rest] = canonical.split("-");
    const own = tag.split("-", 1)[0]?.toLowerCase() ?? language;
    return replaced.has(own) ? [own, ...rest].join("-") : canonical;
  } catch {
    return tag;
  }
}

/** Codes that CLDR replaces by others, and that texts are stored under. */
const replaced = new Set(["tl", "no", "mo", "sh"]);
