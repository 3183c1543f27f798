import words from "../../templates/letter-words.json" with { type: "json" };
import { isolate } from "./isolate.ts";
import { pluralForm } from "./plural-form.ts";
import { joinWords } from "./testimonium.ts";

type Plurals = Record<string, string>;
const others: Record<string, Plurals> = words.others;

/** Most parties that a letter names one by one; of more it names three and says how many others there are. */
const maxNamed = 4;
const maxTitle = 60;

/** The names of parties in a sentence: `A, B and C`, and of many `A, B, C and 12 others`. */
export function namesAndOthers(names: string[], language: string): string {
  if (names.length <= maxNamed) return joinWords(names, language);
  const count = names.length - (maxNamed - 1);
  const forms = others[language] ?? others.en ?? {};
  const rest = (forms[pluralForm(language, count)] ?? forms.other ?? "").replace(
    "{count}",
    String(count),
  );
  return joinWords([...names.slice(0, maxNamed - 1), rest], language);
}

/** What a subject says of the agreement: its title, cut to 60 characters at a word, and its parties. */
export function agreementWords(title: string, names: string[], language: string): string {
  const values = { title: cut(title), parties: namesAndOthers(names, language) };
  return filled("about", values, language);
}

/** The lines at the end of a letter: the parties, and who did what it tells; without the second if no person did. */
export function factLines(
  { parties, person }: { parties: string[]; person: string },
  language: string,
): string {
  const lines = [filled("parties", { parties: namesAndOthers(parties, language) }, language)];
  if (person !== "") lines.push(filled("by", { person }, language));
  return lines.join("\n");
}

function filled(
  key: "about" | "parties" | "by",
  values: Record<string, string>,
  language: string,
): string {
  const said: Record<string, string> = words[key];
  const sentence = said[language] ?? said.en ?? "";
  return sentence.replaceAll(/\{([a-z]+)\}/g, (_, name: string) =>
    isolate(values[name] ?? "", language),
  );
}

/** A long title up to a word's end, with an ellipsis. */
function cut(title: string): string {
  const letters = [...title];
  if (letters.length <= maxTitle) return title;
  const short = letters.slice(0, maxTitle).join("");
  const end = short.lastIndexOf(" ");
  let words = end > maxTitle / 2 ? short.slice(0, end) : short;
  while (/[\s,;:،–-]$/u.test(words)) words = words.slice(0, -1);
  return `${words}…`;
}
