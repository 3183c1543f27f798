import i18next, { type ThirdPartyModule } from "i18next";
import { initReactI18next } from "react-i18next";
import { isolate } from "#src/text/isolate.ts";
import { directionOf, type LanguageOf, languagesOf, ownNameOf } from "#src/text/languages.ts";
import { pluralForm, pluralForms } from "#src/text/plural-form.ts";
import { speak } from "../api/client.ts";
import { loadLocale } from "./locale.ts";
import { namedInSentences } from "./named-in-sentences.ts";

export { directionOf };

export type Language = LanguageOf<"interface">;

/** The interface's languages, each under its own name. */
export const languages = Object.fromEntries(
  languagesOf("interface").map((language) => [language, ownNameOf(language)]),
) as Record<Language, string>;

const catalogues = import.meta.glob<{ default: Record<string, unknown> }>([
  "./*/*.json",
  "!./{locales,zones}/*.json",
]);

/** Loads a catalogue when a page first needs it: `words/ar/register.json`. */
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

/** The language chosen earlier on this device, otherwise the browser's, otherwise English. */
export function firstLanguage(): Language {
  const wanted = [localStorage.getItem(kept), ...navigator.languages];
  const found = wanted.map((tag) => tag?.split("-")[0] ?? "").find((tag) => tag in languages);
  return (found as Language | undefined) ?? "en";
}

/** The language of a signed-in person, otherwise `firstLanguage`. */
export function languageFor(own: string | null | undefined): Language {
  return own && own in languages ? (own as Language) : firstLanguage();
}

/** Prefetches a catalogue. */
export function fetchWords(language: Language, area: string): void {
  catalogues[`./${language}/${area}.json`]?.().catch(() => null);
}

const started = Promise.withResolvers<void>();

/** Loads a catalogue after the shared one. */
export async function loadWords(area: string): Promise<void> {
  await started.promise;
  await i18next.loadNamespaces(area);
}

/** Loads the shared catalogue, in the signed-in person's language or otherwise the reader's. */
export async function startWords(own: Promise<string | null | undefined>): Promise<void> {
  // Prefetched while the session loads, since most people read in their browser's language.
  fetchWords(firstLanguage(), "shell");
  loadLocale(firstLanguage()).catch(() => null);
  const language = languageFor(await own);
  if (await own) localStorage.setItem(kept, language);
  const locale = loadLocale(language);
  await i18next
    .use(backend)
    .use(counting)
    .use(namedInSentences)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: ["shell"],
      defaultNS: "shell",
      // Isolate interpolated values in their own direction. React escapes HTML.
      interpolation: { escape: (value) => isolate(value, i18next.language) },
      returnNull: false,
    });
  await locale;
  apply(language);
  started.resolve();
}

/** Gives i18next our own plural rules, because browsers without a language use another one's. */
const counting: ThirdPartyModule = {
  type: "3rdParty",
  init: ({ services }) => {
    services.pluralResolver.getRule = (language: string) => ({
      select: (count: number) => pluralForm(language, Math.abs(count)),
      resolvedOptions: () => ({ pluralCategories: pluralForms[language] ?? pluralForms.en }),
    });
  },
};

/** Switches the interface's language and stores the choice on this device. */
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
