const languages = ["en", "ru", "ar", "kk", "fr"];

/** The language of a letter to a person who reads this one: English if there is none in it. */
export function letterLanguage(preferred: string): string {
  return languages.includes(preferred) ? preferred : "en";
}
