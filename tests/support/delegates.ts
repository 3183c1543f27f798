import { designate } from "#src/agreements/authority/designate.ts";
import { readFacts } from "#src/agreements/facts.ts";
import { reportTypeset } from "#src/agreements/service/report-typeset.ts";
import { openSigning } from "#src/agreements/signing/open-signing.ts";
import { approve } from "#src/agreements/text/approve.ts";
import { authenticate } from "#src/agreements/text/authenticate.ts";
import { submit } from "#src/agreements/text/submit.ts";
import { findPerson } from "#src/people/find.ts";
import type { Person } from "#src/people/person.ts";
import type { Office } from "./office.ts";
import { draft, shownOriginals, told } from "./scenario.ts";

/** As many parties of a conference as wanted, each with one delegate who has signed in before. */
export async function delegates(office: Office, count: number): Promise<Person[]> {
  const numbers = Array.from({ length: count }, (_, nth) => String(nth + 1).padStart(2, "0"));
  const people = numbers.map((nth) => ({
    id: office.ctx.id(),
    email: `delegate-${nth}@conference.example`,
    names: JSON.stringify({ en: `Delegate ${nth}` }),
    titles: "{}",
    language: "en",
    roles: ["representative"],
    party: `CONF-${nth}`,
    created_at: office.ctx.now(),
  }));
  const parties = numbers.map((nth) => ({
    code: `CONF-${nth}`,
    kind: "organization" as const,
    names: JSON.stringify({ en: `Organization ${nth}` }),
    protocol_order: 900 + Number(nth),
  }));
  await office.db.insertInto("parties").values(parties).execute();
  await office.db.insertInto("people").values(people).execute();
  const found = await Promise.all(people.map(({ id }) => findPerson(office.db, id)));
  return found.map((one) => one ?? raise());
}

/** An agreement between the delegates' parties that is open for their signatures; its id. */
export async function conferenceAgreement(office: Office, people: Person[]): Promise<string> {
  const { ctx, db } = office;
  const id = await draft(office, { parties: people.map(({ party }) => ({ code: party ?? "" })) });
  const [first, second] = [office.as("legal-officer"), office.as("legal-officer", null, 1)];
  const officer = () => told(office, id, first);
  for (const { id: signatory, party } of people) {
    await designate(ctx, await officer(), { party: party ?? "", signatory });
  }
  await submit(ctx, await officer());
  const { digest } = await readFacts(db, id);
  for (const person of people) {
    await approve(ctx, { ...(await officer()), person }, { digest });
  }
  for (const one of [first, second]) {
    await authenticate(ctx, await told(office, id, one), { digest });
  }
  await reportTypeset(ctx, { agreement: id, number: 1, originals: shownOriginals });
  for (const one of [first, second]) {
    await openSigning(ctx, await told(office, id, one), { closesAt: null });
  }
  return id;
}

function raise(): never {
  throw new Error("A delegate was not put in.");
}
