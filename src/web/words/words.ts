import i18next, { type ThirdPartyModule } from "i18next";
import { initReactI18next } from "react-i18next";
import { isolate } from "#src/text/isolate.ts";
import { speak } from "../api/client.ts";
import { directionOf } from "./direction.ts";
import { loadLocale } from "./locale.ts";
import { pluralForm, pluralForms } from "./plural-form.ts";

export { directionOf };

/** The interface's languages, each under its own name. */
export const languages = {
  en: "English",
  ru: "Русский",
  ar: "العربية",
  kk: "Қазақша",
} as const;
export type Language = keyof typeof languages;

const catalogues = import.meta.glob<{ default: Record<string, unknown> }>([
  "./*/*.json",
  "!./{locales,zones}/*.json",
]);

/** Loads a catalogue when a page first asks for it: `words/ar/register.json`. */
const backend = {
  type: "backend",
  read: (language: string, area: string, done: (error: Error | null, words: unknown) => void) => {
    const load = catalogues[`./${language}/${area}.json`];
    if (!load) return done(new Error(`No words of ${area} in ${language}`), null);
    load().then(
      (words) => done(null, words.default),
      (error: Error) => done(error, null),
    );
  },
} as const;

const kept = "language";

/** The reader's language: as chosen here before, else as the browser asks, else English. */
export function firstLanguage(): Language {
  const wanted = [localStorage.getItem(kept), ...navigator.languages];
  const found = wanted.map((tag) => tag?.split("-")[0] ?? "").find((tag) => tag in languages);
  return (found as Language | undefined) ?? "en";
}

/** The language for somebody who has signed in: their own, else the reader's. */
export function languageFor(own: string | null | undefined): Language {
  return own && own in languages ? (own as Language) : firstLanguage();
}

/** Fetches a catalogue that will be asked for. */
export function fetchWords(language: Language, area: string): void {
  catalogues[`./${language}/${area}.json`]?.().catch(() => null);
}

const started = Promise.withResolvers<void>();

/** Loads the words of an area, once those of every page have come. */
export async function loadWords(area: string): Promise<void> {
  await started.promise;
  await i18next.loadNamespaces(area);
}

/** Loads the first words: in the language of the person who has signed in, else in the reader's. */
export async function startWords(own: Promise<string | null | undefined>): Promise<void> {
  // Fetched while it is asked who it is; most read in the language of their browser.
  fetchWords(firstLanguage(), "shell");
  loadLocale(firstLanguage()).catch(() => null);
  const language = languageFor(await own);
  if (await own) localStorage.setItem(kept, language);
  const locale = loadLocale(language);
  await i18next
    .use(backend)
    .use(counting)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: ["shell"],
      defaultNS: "shell",
      // Whatever is put into a sentence keeps its own direction; React escapes what it shows.
      interpolation: { escape: (value) => isolate(value, i18next.language) },
      returnNull: false,
    });
  await locale;
  apply(language);
  started.resolve();
}

/** Browsers that lack a language count it as another one; i18next is given our own rules. */
const counting: ThirdPartyModule = {
  type: "3rdParty",
  init: ({ services }) => {
    services.pluralResolver.getRule = (language: string) => ({
      select: (count: number) => pluralForm(language, Math.abs(count)),
      resolvedOptions: () => ({ pluralCategories: pluralForms[language] ?? pluralForms.en }),
    });
  },
};

/** Shows everything in another language, and remembers it on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(kept, language);
  if (language === i18next.language) return;
  await loadLocale(language);
  await i18next.changeLanguage(language);
  apply(language);
}

function apply(language: Language): void {
  speak(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
