import type { Person, Role } from "#src/people/person.ts";
import type { ActType } from "#workflows/acts.ts";
import type { Facts } from "#workflows/facts.ts";
import { type Judged, objectionDue, waitingActs } from "./waiting-acts.ts";

/** An act that waits: for everyone of a party except some, or only for some. */
export type AwaitedAct = {
  /** Null for people who act for no party. */
  party: string | null;
  act: ActType;
  /** The only people it waits for; null if it waits for everyone except `except`. */
  only: string[] | null;
  except: string[];
  /** When the party's time to object ends, for an answer to a reservation. */
  objectionDue: string | null;
};

/** A person who is not on the record. */
const anyone = "00000000-0000-4000-8000-000000000000";

/**
 * Lists which acts wait for which people in an agreement at this time. Applies the law to an unnamed person of the office
 * and of each party, and to each person on the record, because the two officers of an act must be different people and
 * only the designated signatory signs. While the text is drafted, nothing waits for a party.
 */
export function awaitedActs(judged: Judged, at: Date): AwaitedAct[] {
  const { stage, facts } = judged;
  const isDraft = typeof stage === "object" && "draft" in stage;
  const audiences: Audience[] = [
    { party: null, roles: ["legal-officer", "secretariat", "archivist"], named: officers(facts) },
    ...(isDraft ? [] : [...facts.parties, ...facts.entitled]).map((party) => ({
      party,
      roles: ["representative" as const],
      named: delegates(facts, party),
    })),
  ];
  return audiences.flatMap((audience) => awaitedOf(audience, judged, at));
}

type Audience = { party: string | null; roles: Role[]; named: string[] };

function awaitedOf({ party, roles, named }: Audience, judged: Judged, at: Date): AwaitedAct[] {
  const actsOf = (id: string) =>
    waitingActs({ ...judged, who: { person: someone({ id, roles, party }), at } });
  const everyone = actsOf(anyone);
  const each = named.map((id) => ({ id, acts: actsOf(id) }));
  const those = (has: boolean, act: ActType) =>
    each.flatMap(({ id, acts }) => (acts.includes(act) === has ? [id] : []));
  return [...new Set([...everyone, ...each.flatMap(({ acts }) => acts)])].map((act) => ({
    party,
    act,
    ...(everyone.includes(act)
      ? { only: null, except: those(false, act) }
      : { only: those(true, act), except: [] }),
    objectionDue: act === "answer-reservation" ? objectionDue(judged.facts, party, at) : null,
  }));
}

/** The people of the office who are on the record. */
function officers(facts: Facts): string[] {
  const { drafters, authenticatedBy, openedBy, withdrawnBy, paper, proposals, credentials } = facts;
  return unique([
    ...Object.values(drafters),
    ...authenticatedBy,
    ...openedBy,
    ...withdrawnBy,
    ...paper.map(({ by }) => by),
    ...proposals.map(({ by }) => by),
    ...credentials.flatMap(({ presentedBy, verifiedBy }) => [presentedBy, ...verifiedBy]),
  ]);
}

/** The people on the record for a party. */
function delegates({ signatories, credentials }: Facts, party: string): string[] {
  const own = credentials.filter((one) => one.party === party);
  const signatory = signatories[party];
  return unique([
    ...(signatory ? [signatory] : []),
    ...own.flatMap(({ person, presentedBy }) => [person, presentedBy]),
  ]);
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)];
}

function someone(known: Pick<Person, "id" | "roles" | "party">): Person {
  return { ...known, email: "", names: {}, titles: {}, language: "en" };
}
