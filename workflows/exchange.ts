/**
 * Instruments that constitute the agreement by their exchange (VCLT article 13), each signed for one party alone.
 * - `notes`, `letters`: one party proposes the terms, and the other's reply, which quotes them, accepts
 * - `instruments`: two of the same content, in any order
 */
export type Exchange = {
  of: "notes" | "letters" | "instruments";
  /** The party that proposes; the first in the agreement's order if absent. Nobody does with `instruments`. */
  first?: string | undefined;
};

export const exchanged = ["notes", "letters", "instruments"] as const satisfies Exchange["of"][];

/** The languages in which `templates/exchange-words.json` has the words of notes, letters and instruments. */
export const languagesOfNotes = [
  "en",
  "ru",
  "ar",
  "kk",
  "fr",
  "es",
  "zh-Hans",
  "tr",
  "uz-Latn",
  "ky",
  "tg",
  "hy",
  "ka",
  "az-Latn",
  "be",
  "uk",
  "ro",
  "et",
  "lt",
  "mk",
  "ko",
  "sr-Cyrl",
] as const;

/** Whether a text with this tag can be exchanged. Serbian in Latin letters does not get words in Cyrillic ones. */
export function isWordedForNotes(tag: string): boolean {
  return worded.has(inItsScript(tag));
}

const worded = new Set(languagesOfNotes.map(inItsScript));

/** The language with the script that it is written in: `sr` is `sr-Cyrl`, `sr-ME` is `sr-Latn`. */
function inItsScript(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return tag;
  }
}

/** The party whose note or letter comes first; null if the parties do not sign one after the other. */
export function proposerOf(
  { exchange }: { exchange?: Exchange | undefined },
  parties: string[],
): string | null {
  if (exchange === undefined || exchange.of === "instruments") return null;
  return exchange.first ?? parties[0] ?? null;
}
