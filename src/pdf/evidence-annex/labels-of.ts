import type { Labels } from "./labels.ts";
import { ar } from "./words/ar.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { kk } from "./words/kk.ts";
import { ru } from "./words/ru.ts";

const labels: Record<string, Labels> = { en, fr, es, ru, kk, ar };

/** The annex's words in a language, in English if it has none. */
export function labelsOf(language: string): Labels {
  const primary = language.split("-", 1)[0] ?? language;
  return Object.hasOwn(labels, primary) ? (labels[primary] ?? en) : en;
}
