import type { Db } from "#src/db/db.ts";
import type { Party } from "#src/parties/find.ts";
import { type Chance, chanceOf, uuidOf } from "./chance.ts";
import { languageFor, nameFor } from "./names.ts";
import type { Played } from "./play.ts";
import { offices } from "./words.ts";

type Member = { id: string; role: string; party: string | null };

/** The generated people, and who of them takes each part in an agreement. */
export type Crew = {
  members: Member[];
  /** Whose part each player of the history is, by id. */
  forAgreement(played: Played, parties: Map<string, string>, chance: Chance): Map<string, string>;
};

/** The office has one in fifty of all people, and at least two of each role that acts in pairs. */
const officeRoles = ["legal-officer", "secretariat", "archivist"] as const;

/** Invents the people: some of the office, the others for the parties in turn. The same for the same seed. */
export function inventCrew(seed: string, count: number, parties: Party[]): Crew {
  const ofOffice = Math.max(6, Math.round(count / 50));
  const members = Array.from({ length: count }, (_, nth): Member => {
    const id = uuidOf(`${seed} person ${nth}`);
    if (nth < ofOffice) return { id, role: officeRoles[nth % 3]!, party: null };
    return { id, role: "representative", party: parties[nth % parties.length]!.code };
  });
  const of = (role: string, party: string | null) =>
    members.filter((one) => one.role === role && one.party === party).map(({ id }) => id);
  const office = Object.fromEntries(officeRoles.map((role) => [role, of(role, null)]));
  const delegates = new Map(parties.map(({ code }) => [code, of("representative", code)]));
  return {
    members,
    forAgreement: ({ cast }, own, chance) => {
      const people = new Map<string, string>();
      for (const [players, role] of [
        [cast.officers, "legal-officer"],
        [cast.secretaries, "secretariat"],
      ] as const) {
        const all = office[role] ?? [];
        const first = chance.below(all.length);
        const second = (first + 1 + chance.below(all.length - 1)) % all.length;
        people.set(players[0].id, all[first]!);
        people.set(players[1].id, all[second]!);
      }
      people.set(cast.archivist.id, chance.pick(office.archivist ?? []));
      for (const [player, code] of own) {
        people.set(cast.of(player).id, chance.pick(delegates.get(code) ?? []));
      }
      return people;
    },
  };
}

/** Adds the people. Nobody reads mail at their addresses: the domain `invalid` never exists (RFC 2606). */
export async function addCrew(db: Db, seed: string, { members }: Crew, at: Date): Promise<void> {
  const rows = members.map(({ id, role, party }, nth) => {
    const chance = chanceOf(`${seed} name ${nth}`);
    const language = languageFor(party);
    return {
      id,
      email: `person-${nth + 1}@generated.invalid`,
      names: JSON.stringify(nameFor(party, chance)),
      titles: JSON.stringify(chance.pick(offices)),
      language,
      roles: [role],
      party,
      created_at: at,
    };
  });
  for (let from = 0; from < rows.length; from += 500) {
    await db
      .insertInto("people")
      .values(rows.slice(from, from + 500))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
