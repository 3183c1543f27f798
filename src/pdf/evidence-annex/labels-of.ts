import { type LanguageOf, languageIn } from "#src/text/languages.ts";
import type { Labels } from "./labels.ts";
import { ar } from "./words/ar.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { kk } from "./words/kk.ts";
import { ru } from "./words/ru.ts";

const labels: Record<LanguageOf<"annex">, Labels> = { en, fr, es, ru, kk, ar };

/** The annex's words in a language, in English if it has none. */
export function labelsOf(language: string): Labels {
  return labels[languageIn("annex", language) ?? "en"];
}
