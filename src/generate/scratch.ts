import type { Context } from "#src/context.ts";
import type { Db } from "#src/db/db.ts";
import { findPerson } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import type { Role } from "#workflows/acts/row.ts";
import { uuidOf } from "./chance.ts";

/** A furnished database of its own in which the histories are played; nothing of it is published. */
export type Scratch = {
  /** The service there. */
  ctx: Context;
  /** The owner there, who reads the rows that the acts wrote. */
  db: Db;
};

export type Cast = {
  officers: [Person, Person];
  secretaries: [Person, Person];
  archivist: Person;
  of(party: string): Person;
};

/** The first moment of every history, in UTC. */
export const firstMoment = new Date("2021-03-01T06:00:00Z");

/** Adds the players to the scratch database, or finds them there: the office's people and one for each party. */
export async function gatherCast({ db }: Scratch): Promise<Cast> {
  const parties = await db.selectFrom("parties").select("code").execute();
  const join = (role: Role, nth: number) => addPlayer(db, { role, party: null, nth });
  const officers = [await join("legal-officer", 0), await join("legal-officer", 1)] as const;
  const secretaries = [await join("secretariat", 0), await join("secretariat", 1)] as const;
  const archivist = await join("archivist", 0);
  const delegates = new Map<string, Person>();
  for (const { code } of parties) {
    delegates.set(code, await addPlayer(db, { role: "representative", party: code, nth: 0 }));
  }
  return {
    officers: [...officers],
    secretaries: [...secretaries],
    archivist,
    of: (party) => {
      const found = delegates.get(party);
      if (!found) throw new Error(`Nobody plays ${party}.`);
      return found;
    },
  };
}

type Player = { role: Role; party: string | null; nth: number };

async function addPlayer(db: Db, { role, party, nth }: Player): Promise<Person> {
  const id = uuidOf(`player ${role} ${party ?? ""} ${nth}`);
  await db
    .insertInto("people")
    .values({
      id,
      email: `${id}@generated.invalid`,
      names: JSON.stringify({ en: `Player ${role} ${party ?? ""}` }),
      titles: "{}",
      language: "en",
      roles: [role],
      party,
      created_at: firstMoment,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const person = await findPerson(db, id);
  if (!person) throw new Error("A player is missing.");
  return person;
}
