import type { Db } from "#src/db/db.ts";
import { listPeople } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import { type AgreementLetter, type Recipients, rowOfLetter } from "#workflows/letters.ts";
import { departedFrom } from "../acting-signatory.ts";

type Occasion = { id: string; agreement: string; number: number };

/** Who receives a letter about an agreement: only people who see it now and are not suspended. */
export async function recipientsOf(
  db: Db,
  letter: AgreementLetter,
  occasion: Occasion,
): Promise<Person[]> {
  const { agreement } = occasion;
  const parties = await db
    .selectFrom("agreement_parties")
    .select(["party", "signatory"])
    .where("agreement", "=", agreement)
    .execute();
  const people = (await listPeople(db)).filter(({ state }) => state !== "suspended");
  const found: Person[] = [];
  for (const group of rowOfLetter(letter).to) {
    found.push(...(await groups[group](db, { ...occasion, people, parties })));
  }
  return [...new Map(found.map((person) => [person.id, person])).values()];
}

type Among = Occasion & {
  people: Person[];
  parties: { party: string; signatory: string | null }[];
};

/** How each group of recipients is found among the people who are not suspended. */
const groups: Record<Recipients, (db: Db, among: Among) => Person[] | Promise<Person[]>> = {
  officers: (_, { people }) => withRole(people, "legal-officer"),
  archivists: (_, { people }) => withRole(people, "archivist"),
  representatives: (_, among) => representativesOf(among),
  "signatories-not-asked-yet": signatoriesNotAskedYet,
  "officers-and-party-without-signatory": withoutSignatory,
  "second-persons": secondPersons,
};

function withRole(people: Person[], role: Person["roles"][number]): Person[] {
  return people.filter(({ roles }) => roles.includes(role));
}

function representativesOf({ people, parties }: Among): Person[] {
  return withRole(people, "representative").filter(({ party: own }) =>
    parties.some(({ party }) => party === own),
  );
}

async function signatoriesNotAskedYet(db: Db, among: Among): Promise<Person[]> {
  const asked = await askedBefore(db, among);
  return representativesOf(among).filter(
    (person) =>
      !asked.has(person.id) &&
      among.parties.some(
        ({ party, signatory }) => signatory === person.id && party === person.party,
      ),
  );
}

async function withoutSignatory(db: Db, among: Among): Promise<Person[]> {
  const left = await departedFrom(db, among);
  if (left.length === 0) return [];
  const ours = representativesOf(among).filter(({ party }) =>
    left.some(({ code }) => code === party),
  );
  return [...withRole(among.people, "legal-officer"), ...ours];
}

async function secondPersons(db: Db, { people, agreement }: Among): Promise<Person[]> {
  const first = await proposerOf(db, agreement);
  return [...withRole(people, "legal-officer"), ...withRole(people, "secretariat")].filter(
    ({ id }) => id !== first,
  );
}

/** The people whom an earlier letter asked to sign this text. */
async function askedBefore(db: Db, { id, agreement, number }: Occasion): Promise<Set<string>> {
  const rows = await db
    .selectFrom("letters")
    .innerJoin("outbox", "outbox.id", "letters.outbox")
    .select("letters.person")
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .where("effect", "in", rowOfLetter("signature-requested").orderedBy)
    .where("outbox.id", "<", id)
    .execute();
  return new Set(rows.map(({ person }) => person));
}

/** Who recorded the act that last had to wait for a second officer. */
async function proposerOf(db: Db, agreement: string): Promise<string | null> {
  const row = await db
    .selectFrom("proposals")
    .select("person")
    .where("agreement", "=", agreement)
    .orderBy("at", "desc")
    .executeTakeFirst();
  return row?.person ?? null;
}
