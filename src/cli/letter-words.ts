import { occasionOf } from "#src/text/letter.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { sentByJobs } from "#workflows/letters.ts";
import { templatesFolder } from "../foundation.ts";

/**
 * What each letter that a job sends is about, in this language, for the page of jobs: taken from the letters' own
 * subjects, as a catalogue of the app.
 */
export async function letterWords(language: string): Promise<string> {
  const texts = await readFolder(`${templatesFolder}/letters`);
  const words = sentByJobs.map((name) => [name, occasionOf(texts, name, language)]);
  return `${JSON.stringify(Object.fromEntries(words), null, 2)}\n`;
}
