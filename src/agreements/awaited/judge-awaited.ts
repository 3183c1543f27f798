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

/** Someone whom the record does not name. */
const anyone = "00000000-0000-4000-8000-000000000000";

/**
 * Lists who is awaited for what in an agreement at this time. The law is asked for anyone of the office and of each
 * party, and for each person whom the record names, because two officers must not be the same one and only the
 * designated signatory signs. While the text is drafted, no party is awaited.
 */
export function awaitedActs(judged: Judged, at: Date): AwaitedAct[] {
  const { stage, facts } = judged;
  const isDraft = typeof stage === "object" && "draft" in stage;
  const audiences: Audience[] = [
    { party: null, roles: ["legal-officer", "secretariat", "archivist"], named: officers(facts) },
    ...(isDraft ? [] : facts.parties).map((party) => ({
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

/** The people of the office whom the record names. */
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

/** The people whom the record names for a party. */
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
