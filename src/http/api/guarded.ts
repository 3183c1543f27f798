import type { ActType } from "#workflows/acts.ts";
import { type OfficeAct, type Safeguards, safeguardsOf } from "#workflows/safeguards.ts";

export type Guarded = { "x-safeguards": Record<string, Safeguards> };

/** What each of these acts needs besides a role, for a route's contract. */
export function guarded(...acts: (ActType | OfficeAct)[]): Guarded {
  return { "x-safeguards": Object.fromEntries(acts.map((act) => [act, safeguardsOf(act)])) };
}

/** The same in English, for an operation's description; "" if nothing more is needed. */
export function safeguardWords(guards: Record<string, Safeguards> = {}): string {
  const acts = Object.entries(guards);
  if (acts.length === 0) return "";
  const alone = acts.length === 1;
  const sentences = acts.flatMap(([act, needs]) => {
    const words = [freshWords(needs), secondWords(needs), documentWords(needs)].filter(Boolean);
    if (words.length === 0) return [];
    const needed = words.join("; ");
    return [alone ? `Needs ${needed}.` : `\`${act}\` needs ${needed}.`];
  });
  return sentences.join(" ");
}

const freshWords = ({ fresh }: Safeguards) =>
  fresh
    ? "a verification within the last five minutes (else 401 `step-up-required`; an API key gets 403 `key-is-no-person`)"
    : "";

function secondWords({ second }: Safeguards): string {
  if (!second) return "";
  const roles = second.of.map((role) => `\`${role}\``).join(" or ");
  const how = second.how === "confirmation" ? "who confirms it" : "who records the same";
  const when = {
    always: "",
    "dates-back": ", for a day more than 14 days back",
    "other-dates": ", for other dates than those derived",
  }[second.when];
  return `of an officer, a second person (${roles}) ${how}${when}`;
}

const documentWords = ({ document }: Safeguards) =>
  ({ always: "a document", "dates-back": "a document for a day more than 14 days back", none: "" })[
    document ?? "none"
  ];
