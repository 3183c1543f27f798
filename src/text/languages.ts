/** What we write ourselves in a language: the app, letters and refusals, the evidence annex. */
export type LanguageSet = "interface" | "letters" | "annex";

type Row = {
  /** The language's name in itself, as menus show it. */
  name: string;
  sets: readonly LanguageSet[];
};

/**
 * The languages in which we write to people, by BCP 47 primary subtag, in menu order. Those that we can draft in have
 * a file in `templates/languages` (`draftingLanguages`). A text may be in any other language too: its script alone decides
 * how it is written.
 */
const table = {
  en: { name: "English", sets: ["interface", "letters", "annex"] },
  ru: { name: "Русский", sets: ["interface", "letters", "annex"] },
  ar: { name: "العربية", sets: ["interface", "letters", "annex"] },
  kk: { name: "Қазақша", sets: ["interface", "letters", "annex"] },
  fr: { name: "Français", sets: ["interface", "letters", "annex"] },
  es: { name: "Español", sets: ["annex"] },
} as const satisfies Record<string, Row>;

type Table = typeof table;

/** The languages of a set, as a type: `LanguageOf<"interface">` is "en" | "ru" | "ar" | "kk" | "fr". */
export type LanguageOf<Set extends LanguageSet> = {
  [Code in keyof Table]: Set extends Table[Code]["sets"][number] ? Code : never;
}[keyof Table];

/** The languages of a set, in menu order. */
export function languagesOf<Set extends LanguageSet>(set: Set): readonly LanguageOf<Set>[] {
  const rows: [string, Row][] = Object.entries(table);
  return rows.filter(([, { sets }]) => sets.includes(set)).map(([code]) => code as LanguageOf<Set>);
}

/** A language's name in itself. */
export function ownNameOf(code: LanguageOf<LanguageSet>): string {
  return table[code].name;
}

/** The language of a set that a BCP 47 tag means by its primary subtag, or null. */
export function languageIn<Set extends LanguageSet>(set: Set, tag: string): LanguageOf<Set> | null {
  const primary = tag.split("-", 1)[0]?.toLowerCase();
  return languagesOf(set).find((code) => code === primary) ?? null;
}

const scripts = new Map<string, string>();
const maxScripts = 1000;

/**
 * A language's script as ISO 15924 code: the one its tag names, else the likely one (CLDR, likely subtags), so `ckb`
 * and `az-IR` are "Arab" and `az` is "Latn". "Zyyy" (common) if it is not a tag.
 */
export function scriptOf(language: string): string {
  const known = scripts.get(language);
  if (known) return known;
  const script = likelyScript(language);
  if (scripts.size < maxScripts) scripts.set(language, script);
  return script;
}

function likelyScript(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? "Zyyy";
  } catch {
    return "Zyyy";
  }
}

/** The right-to-left scripts in use (Unicode, Bidi_Class R and AL). */
const rightToLeft = new Set([
  "Adlm",
  "Arab",
  "Aran",
  "Hebr",
  "Mand",
  "Nkoo",
  "Rohg",
  "Samr",
  "Syrc",
  "Thaa",
  "Yezi",
]);

/** A language's writing direction. */
export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.has(scriptOf(language)) ? "rtl" : "ltr";
}

/**
 * The key of `known` whose words a BCP 47 tag may use: the whole tag, then its language and script, then its language.
 * Never one of another script: Serbian in Latin letters does not get words in Cyrillic ones.
 */
export function findKey(tag: string, isKnown: (key: string) => boolean): string | undefined {
  if (isKnown(tag)) return tag;
  const language = tag.split("-", 1)[0] ?? tag;
  const script = scriptOf(tag);
  return [`${language}-${script}`, language].find(
    (key) => isKnown(key) && scriptOf(key) === script,
  );
}

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
