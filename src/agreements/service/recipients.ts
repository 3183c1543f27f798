import type { Db } from "#src/db/db.ts";
import { listPeople } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import { departedFrom } from "../acting-signatory.ts";

export const letterNames = [
  "review-requested",
  "changes-requested",
  "typesetting-failed",
  "declined",
  "withdrawn",
  "lapsed",
  "signature-requested",
  "published",
  "notification",
  "confirmation-requested",
  "reservation-made",
  "signatory-departed",
] as const;
export type LetterName = (typeof letterNames)[number];

/** Who receives a letter about an agreement: only people who see it now and are not suspended. */
export async function recipientsOf(
  db: Db,
  letter: LetterName,
  { id, agreement, number }: { id: string; agreement: string; number: number },
): Promise<Person[]> {
  const parties = await db
    .selectFrom("agreement_parties")
    .select(["party", "signatory"])
    .where("agreement", "=", agreement)
    .execute();
  const people = (await listPeople(db)).filter(({ state }) => state !== "suspended");
  const representatives = people.filter(
    ({ roles, party }) =>
      roles.includes("representative") && parties.some((taking) => taking.party === party),
  );
  const officers = people.filter(({ roles }) => roles.includes("legal-officer"));
  const archivists = people.filter(({ roles }) => roles.includes("archivist"));
  switch (letter) {
    case "review-requested":
      return representatives;
    case "typesetting-failed":
      return officers;
    case "changes-requested":
    case "declined":
    case "withdrawn":
    case "lapsed":
    case "notification":
    case "reservation-made":
      return [...officers, ...representatives];
    case "signature-requested": {
      const asked = await askedBefore(db, { id, agreement, number });
      return representatives.filter(
        (person) =>
          !asked.has(person.id) &&
          parties.some(({ party, signatory }) => signatory === person.id && party === person.party),
      );
    }
    case "signatory-departed": {
      const left = await departedFrom(db, { agreement, number });
      const ours = representatives.filter(({ party }) => left.some(({ code }) => code === party));
      return left.length > 0 ? [...officers, ...ours] : [];
    }
    case "confirmation-requested": {
      const first = await proposerOf(db, agreement);
      const office = people.filter(({ roles }) => roles.includes("secretariat"));
      return [...new Set([...officers, ...office])].filter(({ id }) => id !== first);
    }
    case "published":
      return [...officers, ...representatives, ...archivists];
  }
}

/** The people whom an earlier letter asked to sign this text. */
async function askedBefore(
  db: Db,
  { id, agreement, number }: { id: string; agreement: string; number: number },
): Promise<Set<string>> {
  const rows = await db
    .selectFrom("letters")
    .innerJoin("outbox", "outbox.id", "letters.outbox")
    .select("letters.person")
    .where("agreement", "=", agreement)
    .where("number", "=", number)
    .where("effect", "=", "invite-signatories")
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
