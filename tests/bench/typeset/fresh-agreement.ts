import { declaration } from "#tests/pdf/typeset/support/udhr.ts";

/** An agreement in three languages as plain words: a title, then articles with numbered paragraphs. */
export type FreshText = { language: string; title: string; articles: string[][] };

export const languages = ["en", "ru", "ar"];

/**
 * Writes an agreement of 135 paragraphs in words that no earlier seed has used, so that a cache of shaped
 * words helps within the text, as it does in a real one, but not from one round to the next.
 */
export function freshAgreement(seed: number): FreshText[] {
  return languages.map((language, index) => {
    const chance = random(seed * 7919 + index);
    const words = vocabulary(language, chance);
    // Zipf's law: the word of rank r is taken about as often as 1/r.
    const word = () => words[Math.floor(words.length ** chance()) - 1] ?? words[0] ?? "";
    const sentence = (length: number) => `${Array.from({ length }, word).join(" ")}.`;
    const paragraph = () => Array.from({ length: 3 }, () => sentence(10 + chance() * 8)).join(" ");
    const articles = Array.from({ length: 15 }, () => Array.from({ length: 3 }, paragraph));
    return { language, title: sentence(5).slice(0, -1), articles };
  });
}

/** The same agreement as the Markdown of a source folder. */
export function markdownOf({ title, articles }: FreshText): string {
  const body = articles.map((paragraphs) => {
    const list = paragraphs.map((text, index) => `${index + 1}. ${text}`).join("\n");
    return `## ${paragraphs[0]?.split(" ").slice(0, 3).join(" ")}\n\n${list}`;
  });
  return `# ${title}\n\n${body.join("\n\n")}\n`;
}

const alphabets: Record<string, string> = {
  en: "etaoinshrdlcumwfgypbvk",
  ru: "оеаинтсрвлкмдпуяыьгзбчйхжшюц",
  ar: "اليمنورتبدعكفسحقجهصشخطزثغض",
};

function vocabulary(language: string, chance: () => number): string[] {
  const letters = [...(alphabets[language] ?? "")];
  const letter = () => letters[Math.floor(letters.length * chance() ** 1.6)] ?? "";
  const word = (_: unknown, rank: number) => {
    const length = 2 + Math.floor(chance() * Math.min(10, 2 + rank / 12));
    return Array.from({ length }, letter).join("");
  };
  return Array.from({ length: 1500 }, word);
}

/** mulberry32: small, fast, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * The Universal Declaration of Human Rights, its letters exchanged within each script by a permutation of the seed:
 * words repeat and have the lengths of a real text, and no earlier seed has used them.
 */
export function freshDeclaration(seed: number): FreshText[] {
  return languages.map((language, index) => {
    const chance = random(seed * 104_729 + index);
    const letters = [...(alphabets[language] ?? "")];
    const shuffled = [...letters];
    for (let i = shuffled.length - 1; i > 0; i--) {
      const other = Math.floor(chance() * (i + 1));
      [shuffled[i], shuffled[other]] = [shuffled[other] ?? "", shuffled[i] ?? ""];
    }
    const exchanged = new Map(letters.map((letter, i) => [letter, shuffled[i] ?? letter]));
    const exchange = (text: string) => text.replace(/\p{L}/gu, (one) => exchanged.get(one) ?? one);
    const { title, text } = declaration(language);
    const paragraphs = text
      .split("\n")
      .filter((one) => one.length > 40)
      .map(exchange);
    const articles = Array.from({ length: Math.ceil(paragraphs.length / 3) }, (_, i) =>
      paragraphs.slice(i * 3, i * 3 + 3),
    );
    return { language, title: exchange(title), articles };
  });
}
