import type { RefusalCode } from "#src/errors.ts";
import { type LanguageOf, languageIn } from "#src/text/languages.ts";

type Code = RefusalCode | "internal";
type Sentences = Record<Code, Record<LanguageOf<"letters">, string>>;
/** The file that `npm run build:edge` writes among those of the web app. */
export type ProblemWords = { words: Sentences; titles: Sentences };

let known: ProblemWords | null = null;

/**
 * Reads the sentences of refusals, once in each isolate, before its first request: they are a tenth of the Worker's words, and no
 * module needs them when it is loaded. Where the file cannot be read, refusals say their code, and the next request reads again.
 */
export async function learnProblemWords(read: () => Promise<string>): Promise<void> {
  if (known) return;
  try {
    known = JSON.parse(await read()) as ProblemWords;
  } catch {
    known = null;
  }
}

const said = (from: Sentences | undefined, code: Code, language: string) =>
  from?.[code][languageIn("letters", language) ?? "en"] ?? code;

/** The Worker's form of `src/text/problem-words.ts`. */
export const problemWords = (code: Code, language: string) => said(known?.words, code, language);
export const problemTitle = (code: Code, language: string) => said(known?.titles, code, language);
