import { type CheckLists, checkLists } from "../check-lists.ts";
import { onFirstUse } from "../on-first-use.ts";

/** A word or idiom that denies, allows, orders or excepts (`templates/parity-words.json`). */
export type MarkKind = keyof CheckLists["parity"]["en"] | "ne" | "maySubject";

/** The marks of a sentence by kind, each with the places at which it stands, in their order. */
export type Marks = { text: string; at: ReadonlyMap<MarkKind, Span[]> };

type Span = { from: number; to: number };

/** The letters of a language, after `plainOf`: small ranges are much faster than `\\p{L}`. */
const letters: Record<string, string> = {
  en: "a-z",
  fr: "a-zà-öø-ÿœ",
  ru: "а-я",
  kk: "а-яәғқңөұүһі",
  ar: "ء-ي",
};

/**
 * Each kind is a group; `~` stands for the letters that a word may go on with, `@` for one letter. A word has at most
 * forty: without a bound, two of them in one word would take quadratic time.
 */
const patterns = onFirstUse(
  () =>
    new Map(
      Object.entries(checkLists().parity as Record<string, Record<string, string>>).map(
        ([language, kinds]) => {
          const groups = Object.entries(kinds).map(([kind, own]) => `(?<${kind}>${own})`);
          const letter = letters[language] ?? "";
          const all = groups
            .join("|")
            .replaceAll("~", "@{0,40}")
            .replaceAll(",}", ",40}")
            .replaceAll("@", `[${letter}]`);
          return [
            language,
            new RegExp(`(?<![${letter}0-9])(?:${all})(?:(?<=’)|(?![${letter}0-9]))`, "g"),
          ];
        },
      ),
    ),
);

/** Whether there are words for a language. */
export function readsBinding(language: string): boolean {
  return patterns().has(primary(language));
}

/** The marks of a sentence. The first kind in the order of the file whose words fit is the one that counts. */
export function marksOf(text: string, language: string): Marks {
  const own = primary(language);
  const pattern = patterns().get(own);
  const at = new Map<MarkKind, Span[]>();
  if (!pattern) return { text, at };
  const { plain, from } = plainOf(text, own);
  for (const { 0: found, index, groups = {} } of plain.matchAll(pattern)) {
    const kind = kindOf(groups);
    if (!kind) continue;
    const span = { from: from(index), to: from(index + found.length) };
    for (const meant of meaning(kind, { plain, index, own, found })) {
      at.set(meant, [...(at.get(meant) ?? []), span]);
    }
  }
  return { text, at };
}

export function countOf({ at }: Marks, kinds: readonly MarkKind[]): number {
  return kinds.reduce((sum, kind) => sum + (at.get(kind)?.length ?? 0), 0);
}

/** The first of these marks with the words after it; the beginning of the sentence if there is none. */
export function wordsAt({ text, at }: Marks, kinds: readonly MarkKind[]): string {
  const [first] = kinds.flatMap((kind) => at.get(kind) ?? []).sort((a, b) => a.from - b.from);
  const from = first?.from ?? 0;
  const enough = (first ? first.to - from : 0) + 40;
  const rest = text.slice(from);
  if (rest.length <= enough + 10) return rest.trim();
  const cut = rest.slice(0, enough);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 10)).trim()} …`;
}

function kindOf(groups: Record<string, string | undefined>): MarkKind | undefined {
  for (const kind in groups) if (groups[kind] !== undefined) return kind as MarkKind;
  return undefined;
}

type Found = { plain: string; index: number; own: string; found: string };

/** What French “ne” and Arabic «لا» mean depends on the words around them; a kind or two, or none. */
function meaning(kind: MarkKind, { plain, index, own, found }: Found): MarkKind[] {
  const before = plain.slice(Math.max(0, index - 80), index);
  const after = plain.slice(index + found.length, index + found.length + 80);
  if (kind === "maySubject") {
    const clause = sinceAny(before, ".،؛:");
    if (/(?:جوز|مكن|حق|سمح|بغي|تعين|يجب|لزم|لا بد|ليس|جاز|كفي|تاح)/.test(clause)) return [];
    return /^ *$/.test(clause) || /^[وف]?ل(?:كل|أي|ل)/.test(found) ? ["may"] : [];
  }
  if (own === "kk" && kind !== "not" && negatedVerb.test(found)) {
    return withNot.has(kind) ? [kind, "not"] : [kind];
  }
  if (own === "fr" && (kind === "ne" || kind === "mayNot")) {
    const clause = after.split(/[.,;:]/, 1)[0] ?? "";
    if (/ plus(?! d[e’]| tard| tôt| que)(?= |$)/.test(clause) && !/ pas /.test(clause))
      return kind === "ne" ? ["fail"] : [kind];
    if (/ pas (?:plus|moins|au-delà)/.test(clause)) return [];
    const denied = / (?:pas|plus|point|jamais|aucune?|ni|rien)(?= |$)/.test(clause);
    if (
      !denied &&
      (/(?:avant|sans|de peur|de crainte) (?:que |qu’)/.test(sinceAny(before, ".,;")) ||
        /à moins (?:que |qu’)/.test(sinceAny(plain.slice(Math.max(0, index - 300), index), ".;")))
    )
      return [];
    if (!denied && onlyThat.test(clause)) return kind === "ne" ? ["only"] : ["only", "may"];
    return [kind === "ne" ? "not" : kind];
  }
  if (own === "ar" && kind === "not" && /^[^.،؛]{1,70} إلا(?! إذا| في حال| متى)/.test(after))
    return ["only"];
  if (own === "ar" && kind === "mayNot" && /^[^.،؛]{1,70} إلا(?! إذا| في حال| متى)/.test(after))
    return ["only", "may"];
  return [kind];
}

/** A Kazakh verb denies itself, whatever it means. */
const negatedVerb = /(?:[мбп]ай|[мбп]ей)(?:ды|ді|тын|тін)|[мбп](?:аған|еген)/;
const withNot = new Set<MarkKind>([
  "refuse",
  "object",
  "exempt",
  "exclude",
  "fail",
  "prohibit",
  "abstain",
  "can",
  "lack",
  "effort",
]);

/** “ne … que”, and not “afin que”. */
const onlyThat =
  /(?<! (?:moins|afin|bien|avant|après|dès|tandis|ainsi|même|autant|pour|sorte|considère|estime|telles?|tels?)) (?:que |qu’)/;

/** What follows the last of these signs. */
function sinceAny(words: string, signs: string): string {
  return words.slice(Math.max(...[...signs].map((sign) => words.lastIndexOf(sign))) + 1);
}

/** No word of ours is so long; without such words each expression takes time in proportion to the text. */
const longest = 60;
const blankIfLong = (word: string) => (word.length > longest ? " ".repeat(word.length) : word);

/** The text in small letters and without marks, and where each of its characters stands in what was written. */
function plainOf(text: string, own: string): { plain: string; from: (at: number) => number } {
  // "May" is a month, but for the verb that an item of a list begins with.
  const even = own === "en" ? text.replaceAll(/(?<!\p{L}|^)May(?!\p{L})/gu, "###") : text;
  const small = even
    .replaceAll(/\S+/g, blankIfLong)
    .toLowerCase()
    .replaceAll(/[\u00a0\u202f]/g, " ")
    .replaceAll("'", "’")
    .replaceAll("ё", "е");
  if (own !== "ar") return { plain: small, from: (at) => at };
  const places: number[] = [];
  let plain = "";
  for (let at = 0; at < small.length; at++) {
    const letter = small.charAt(at);
    if (/[\u0640\u064b-\u065f\u0670]/.test(letter)) continue;
    plain += letter;
    places.push(at);
  }
  return { plain, from: (at) => places[at] ?? small.length };
}

function primary(language: string): string {
  return language.split("-", 1)[0] ?? "";
}
