import type { ConsentAct, Facts } from "#workflows/facts.ts";
import type { CivilDate } from "#workflows/terms.ts";

/** What took back a party's consent, in order. */
type Undoing = {
  act: "withdraw-consent" | "end-participation";
  on: CivilDate;
  /** How many of the party's acts of consent came before it. */
  after: number;
};

/** By party, as the database keeps it; absent for parties that never withdrew. */
export type Undone = {
  [party: string]: {
    undoings: Undoing[];
    /** How many times the party has consented again after the end of a participation. */
    renewed: number;
    /** The day of entry into force of its present participation, if it is not the first. */
    entry: CivilDate | null;
    /** The reservations of its earlier participations. */
    reservations: string[];
    /** The reservations that came with instruments that it withdrew. */
    withdrawn: string[];
  };
};

/**
 * The record with what parties took back. A consent keeps the day on which it was withdrawn, or on which its
 * participation ended. A party that has consented again has a new day of entry and fresh reservations: those of its
 * earlier participation are history, and so are its notice and what came with a withdrawn instrument.
 */
export function withoutUndone(
  {
    consents,
    entry,
    reservations,
    notices,
    standing,
  }: Pick<Facts, "consents" | "entry" | "reservations" | "notices" | "standing">,
  undone: Undone,
): Partial<Facts> {
  if (Object.keys(undone).length === 0) return {};
  const counted = new Map<string, number>();
  const renewed = Object.entries(undone).filter(([, one]) => one.renewed > 0);
  const former = new Set([
    ...renewed.flatMap(([, one]) => one.reservations),
    ...Object.values(undone).flatMap(({ withdrawn }) => withdrawn),
  ]);
  const past = new Set(renewed.flatMap(([code]) => (leaves(standing[code]) ? [] : code)));
  const parties = { ...entry.parties };
  for (const [code, { entry: on }] of renewed) {
    delete parties[code];
    if (on) parties[code] = on;
  }
  return {
    consents: consents.map((one) => {
      const place = (counted.get(one.party) ?? 0) + 1;
      counted.set(one.party, place);
      const own = undone[one.party];
      return own ? { ...one, ...takenBack(one, place, own.undoings, own.renewed) } : one;
    }),
    entry: { ...entry, parties },
    reservations: reservations.filter(({ id }) => !former.has(id)),
    notices: Object.fromEntries(Object.entries(notices).filter(([code]) => !past.has(code))),
  };
}

/** Whether the party's last notice is about its present participation. */
function leaves(standing: string | undefined): boolean {
  return standing === "noticeRunning" || standing === "ended";
}

/** A participation that has ended and was not renewed keeps its consent as it was. */
function takenBack(
  { act }: ConsentAct,
  place: number,
  undoings: Undoing[],
  renewed: number,
): Pick<ConsentAct, "withdrawnOn" | "endedOn"> {
  const ends = undoings.filter((one) => one.act === "end-participation").slice(0, renewed);
  const ended = ends.find(({ after }) => place <= after);
  if (ended) return { endedOn: ended.on };
  if (act === "signature" || act === "confirmation") return {};
  const withdrawn = undoings.find((one) => one.act === "withdraw-consent" && place <= one.after);
  return withdrawn ? { withdrawnOn: withdrawn.on } : {};
}
