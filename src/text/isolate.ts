import { directionOf } from "./languages.ts";

/** Letters of right-to-left scripts: Hebrew to Arabic Extended, and their presentation forms. */
const rightToLeftLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/;

/** Text that reads the same in any right-to-left line: Arabic or Hebrew words, or a whole number. */
const atHome = /^(?:[\u05d0-\u05ea\u0620-\u065f\u0670-\u06d3 ]*|[0-9]{1,12})$/;

const [first, pop] = ["\u2068", "\u2069"];

/**
 * Isolates a value in a line of a language if its own direction may differ (UAX #9, isolates). A quote, a name or a
 * figure then reads in order, and so does the text around it. Values that read the same either way stay unchanged.
 * Users' text may not contain such characters; this is for sentences that we fill.
 */
export function isolate(value: string, language: string): string {
  const own = balanced(value);
  const differs =
    directionOf(language) === "rtl" ? !atHome.test(own) : rightToLeftLetters.test(own);
  return differs && own !== "" ? `${first}${own}${pop}` : own;
}

/** The value without direction marks that would reach beyond it; keeps isolates that close within it. */
function balanced(value: string): string {
  const plain = value.replaceAll(/[\u202a-\u202e]/g, "");
  let depth = 0;
  for (const char of plain) {
    if (/[\u2066-\u2068]/.test(char)) depth += 1;
    if (char === pop && --depth < 0) break;
  }
  return depth === 0 ? plain : withoutIsolates(plain);
}

/** A text to search, copy or shape: without the marks that isolate its parts. */
export function withoutIsolates(text: string): string {
  return text.replaceAll(/[\u2066-\u2069]/g, "");
}
