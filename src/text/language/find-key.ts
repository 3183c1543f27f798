import { scriptOf } from "../languages.ts";

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
