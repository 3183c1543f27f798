import { type Generated, generate, type Wanted } from "#src/generate/generate.ts";
import { findPerson } from "#src/people/find.ts";
import { type Client, type Office, openOffice } from "#tests/support/office.ts";
import { client, enter, insiderOf } from "#tests/support/office-client.ts";

/** Of this seed, one is circulated, one is open for signing, and many kinds of histories are among the first. */
export const wanted: Wanted = {
  agreements: 30,
  seed: "thirty 231",
  people: 300,
  until: "2026-06-30",
};

/** One office plays all histories of a test file; what it has played it does not play again. */
export async function openScratch(): Promise<Office & { scratch: Scratch }> {
  const office = await openOffice();
  return { ...office, scratch: { ctx: office.ctx, db: office.db } };
}

type Scratch = Parameters<typeof generate>[1];

/** Generates into this office, as the command does. */
export function generateInto(
  { db, log }: Pick<Office, "db" | "log">,
  scratch: Scratch,
  change: Partial<Wanted> = {},
): Promise<Generated> {
  return generate({ db, signer: log, release: "test" }, scratch, { ...wanted, ...change });
}

/** Signs in as a generated person. */
export async function enterAs(office: Office, id: string): Promise<Client> {
  const person = await findPerson(office.db, id);
  if (!person) throw new Error("There is no such person.");
  const [role = "", party] = [person.roles[0], person.party];
  const entered = await enter(office.db, { person: id, name: "", role, party, key: "" });
  return client(office.app, insiderOf(office.db, entered));
}
