import type { OpenTo, Participation, SignatureEnd } from "#workflows/participation-clause.ts";
import type { TermWords } from "./term-words.ts";

type Namers = { day: (date: string) => string; partyName: (code: string) => string };

/** To whom the text is open, until and from when, in one of the letters' languages. Pure. */
export function participationInWords(
  clause: Participation | undefined,
  words: TermWords,
  namers: Namers,
): string {
  const { say, join } = words;
  if (!clause) return say("participation.none");
  const { signature, accession } = clause;
  const signing = signature
    ? join("join.comma", [
        say("participation.sign", { whom: whom(signature, words, namers) }),
        untilWhen(signature.until, words, namers),
      ])
    : say("participation.at-ceremony");
  const acceding = accession
    ? join("join.comma", [
        say("participation.accede", { whom: whom(accession, words, namers) }),
        say(`participation.from-${accession.from}`),
      ])
    : say("participation.no-accession");
  return join("join.then", [signing, acceding]);
}

function whom(
  { to, organizations, also = [] }: OpenTo,
  { say, join }: TermWords,
  { partyName }: Namers,
): string {
  const parts = [
    say(`participation.to.${to}`),
    ...(organizations ? [say("participation.organizations")] : []),
    ...(also.length > 0
      ? [say("participation.also", { names: join("join.comma", also.map(partyName)) })]
      : []),
  ];
  return parts.join(" ");
}

function untilWhen(until: SignatureEnd, { say }: TermWords, { day }: Namers): string {
  if (until === "unlimited") return say("participation.unlimited");
  if (until === "entry") return say("participation.until-entry");
  if ("on" in until) return say("participation.until", { date: day(until.on) });
  return say("participation.months", until);
}
