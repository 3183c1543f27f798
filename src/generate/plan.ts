import type { Party } from "#src/parties/find.ts";
import { type Chance, chanceOf, uuidOf } from "./chance.ts";
import type { Crew } from "./crew.ts";
import type { Played } from "./play.ts";
import { choosePlace } from "./shift.ts";
import { places, topics, type Words } from "./words.ts";

/** What one copy has of its own. */
export type Plan = {
  index: number;
  id: string;
  reference: string;
  /** Codes of the history's parties, and whose part each is here. */
  parties: Map<string, string>;
  /** The same for its people, by id. */
  people: Map<string, string>;
  title: Words;
  place: Words;
  areas: string[];
  goals: number[];
  shift: { days: number; ms: number };
  /** What the template is filled with. */
  filled: {
    title: Words;
    languages: string[];
    variables: Record<string, unknown>;
    parties: Party[];
  };
};

export type Planning = {
  seed: string;
  /** The end of the histories. */
  until: Date;
  /** All parties of the office, in protocol order. */
  parties: Party[];
  crew: Crew;
  /** The heading of the template, by language. */
  heading(played: Played): Words;
  /** The next reference of a year. */
  reference(year: number): string;
};

const areas = [
  "partnerships-and-networking",
  "capacity-building",
  "peer-learning",
  "research-and-knowledge-management",
];
const goals = [3, 4, 5, 8, 9, 10, 16, 17];
const hub = "HUB";
/** One takes part in half of all agreements, the next in about ten of a hundred, most in a few. */
const often = ["KZ", "UZ", "AE", "KR", "AZ", "KG", "TR", "EE", "GE", "TJ", "MN"];
const weightOf = (code: string) => {
  const rank = often.indexOf(code);
  if (rank === 0) return 45;
  return rank > 0 ? 7 - rank / 2 : 0.4;
};

/** Decides who concludes the agreement, about what, where and when. The same for the same seed and index. */
export function planOf(played: Played, index: number, planning: Planning): Plan {
  const { seed, until, crew } = planning;
  const chance = chanceOf(`${seed} agreement ${index}`);
  const { languages, variables } = played.story;
  const chosen = chooseParties(planning.parties, played.parties.length, chance);
  const rest = planning.parties.filter((party) => !chosen.includes(party));
  const joining = chooseFrom(rest, played.joins.length, chance);
  const codes = [...chosen, ...joining].map(({ code }) => code);
  const from = [...played.parties, ...played.joins];
  const parties = new Map(from.map((code, nth) => [code, codes[nth]!]));
  const shift = choosePlace(played, { until, chance });
  const created = new Date(String(played.rows.get("agreements")?.[0]?.created_at));
  const year = new Date(created.getTime() + shift.days * 86_400_000).getUTCFullYear();
  const heading = planning.heading(played);
  const topic = chance.pick(topics);
  const within = (words: (language: string) => string) =>
    Object.fromEntries(languages.map((language) => [language, words(language)]));
  const title = within((language) => `${heading[language]}: ${topic[language]}`);
  const city = chance.pick(places);
  const place = within((language) => city[language] ?? "");
  return {
    index,
    id: uuidOf(`${seed} agreement ${index}`),
    reference: planning.reference(year),
    parties,
    people: crew.forAgreement(played, parties, chance),
    title,
    place,
    areas: some(areas, 1 + chance.below(2), chance),
    goals: some(goals, 1 + chance.below(3), chance).sort((a, b) => a - b),
    shift,
    filled: { title, languages, variables: { ...variables, place }, parties: chosen },
  };
}

/** The hub, and others by their weight; in protocol order. */
function chooseParties(parties: Party[], count: number, chance: Chance): Party[] {
  const center = parties.find(({ code }) => code === hub) ?? parties[0]!;
  const others = parties.filter((party) => party !== center);
  const chosen = new Set([center, ...chooseFrom(others, count - 1, chance)]);
  return parties.filter((party) => chosen.has(party));
}

function chooseFrom(parties: Party[], count: number, chance: Chance): Party[] {
  const left = [...parties];
  return Array.from({ length: count }, () => {
    const [found] = left.splice(chance.weighted(left.map(({ code }) => weightOf(code))), 1);
    if (!found) throw new Error(`The office knows fewer than ${count} parties.`);
    return found;
  });
}

function some<T>(from: readonly T[], count: number, chance: Chance): T[] {
  const left = [...from];
  return Array.from({ length: count }, () => left.splice(chance.below(left.length), 1)[0]!);
}
