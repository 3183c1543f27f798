import words from "../../templates/proces-verbal-words.json" with { type: "json" };
import { colonOf } from "./comma-of.ts";
import { formatDate } from "./format-date.ts";
import { isolate } from "./isolate.ts";
import { literal } from "./literal.ts";
import { joinWords } from "./testimonium.ts";

export type Signing = {
  reference: string;
  title: string;
  signed: {
    person: string;
    office: string;
    party: string;
    /** Its name after "of", as `partyGenitive` gives it. */
    ofParty: string;
    on: string;
    as: string;
  }[];
  notSigned: string[];
};

export type Ceremony = {
  language: string;
  title: string;
  place: string;
  date: string;
  time: string;
  zone: string;
  signings: Signing[];
};

type Words = Record<string, string>;
const byLanguage = words as Record<string, Words>;

/**
 * The procès-verbal of signature as Markdown: who signed what, for whom, when and in which form, and who did not. Names
 * are data: nothing in them is Markdown, and each keeps its own direction.
 */
export function procesVerbal({ language, signings, ...ceremony }: Ceremony): string {
  const said = byLanguage[language] ?? byLanguage.en ?? {};
  const own = (value: string) => isolate(literal(value), language);
  const day = (date: string) => formatDate(date, language) ?? date;
  const parts = signings.map(({ reference, title, signed, notSigned }) => {
    const lines = signed.map((one) => {
      const values = { ...one, on: day(one.on), as: said[one.as] ?? one.as };
      return `- ${fill(said.signature ?? "", values, language)}`;
    });
    const names = notSigned.map((name) => isolate(name, language));
    const absent = joinWords(names, language);
    return [
      `## ${own(reference)}${colonOf(language)} ${own(title)}`,
      ...(lines.length > 0 ? [said.signed ?? "", lines.join("\n")] : []),
      ...(notSigned.length > 0 ? [fill(said.notSigned ?? "", { parties: absent }, language)] : []),
    ].join("\n\n");
  });
  const opening = fill(said.opening ?? "", { ...ceremony, date: day(ceremony.date) }, language);
  return [`# ${said.title}`, opening, ...parts, said.closing].join("\n\n").concat("\n");
}

function fill(sentence: string, values: Record<string, string>, language: string): string {
  return sentence.replaceAll(/\{([a-z]+)\}/gi, (_, name: string) =>
    isolate(literal(values[name] ?? ""), language),
  );
}
