import { randomUUID } from "node:crypto";
import { makeSealKey } from "#src/pdf/keys/make-seal-key.ts";
import { openSealKey } from "#src/pdf/seal-key.ts";
import { openOffice } from "#tests/support/office.ts";
import { type Client, client, enter, insiderOf } from "#tests/support/office-client.ts";
import { attaches, type Hall, openHall, takes } from "./hall.ts";

/** A party as it is put on the office's list; by code alone if it is there. */
export type Listed = string | { code: string; kind: string; names: { en: string; ru: string } };

const codeOf = (party: Listed) => (typeof party === "string" ? party : party.code);

/**
 * A hall of another time: the office's clock stands at `start`, its seal's certificate has been valid since the day
 * before, and each party has a person who represents it and signs for it.
 */
export async function openHallOf(start: string, parties: Listed[]): Promise<Hall> {
  const office = await openOffice();
  const pems = makeSealKey({ now: new Date(Date.parse(start) - 86_400_000), days: 10_000 });
  office.seal = { key: openSealKey(pems), trust: [pems.authority] };
  const people = new Map<string, Client>();
  for (const party of parties) {
    if (typeof party !== "string") {
      const answer = await office.as("secretariat").send("POST", "/parties", party);
      if (answer.status !== 201) throw new Error(await answer.text());
    }
    const code = codeOf(party);
    const person = randomUUID();
    await office.db
      .insertInto("people")
      .values({
        id: person,
        email: `${code.toLowerCase()}@then.example`,
        names: JSON.stringify({ en: `Representative of ${code}`, ru: `Представитель ${code}` }),
        titles: JSON.stringify({ en: "Plenipotentiary", ru: "Уполномоченный" }),
        language: "en",
        roles: ["representative"],
        party: code,
        created_at: new Date(start),
      })
      .execute();
    const key = { person, name: code, role: "representative", party: code, key: "" };
    const entered = await enter(office.db, key);
    people.set(code, client(office.app, insiderOf(office.db, entered)));
  }
  const hall = await openHall(start, office);
  return {
    ...hall,
    of: (code) => {
      const found = people.get(code);
      if (!found) throw new Error(`Nobody represents ${code}.`);
      return found;
    },
  };
}

/** The depositary receives a party's notification of completed procedures on this day, at noon in this offset. */
export async function receivesCompletion(
  hall: Hall,
  id: string,
  { party, on, offset }: { party: string; on: string; offset: string },
): Promise<void> {
  await hall.at(`${on}T12:00:00${offset}`);
  const [secretary] = hall.secretaries;
  const file = await attaches(secretary, id);
  await takes(secretary, id, "notices", { party, kind: "completion", receivedOn: on, file });
}

type Row = {
  code: string;
  kind: string;
  signedOn: string | null;
  inForceOn: string | null;
  consents: { kind: string; on: string }[];
};
type Entry = { parties: Row[]; inForceOn: string | null };

/** The status table as the public reads it: per party its signature, its consent, and its day of entry into force. */
export async function publicTable(hall: Hall, id: string) {
  const answer = await hall.office.anyone.send("GET", `/register/${id}`);
  if (answer.status !== 200) throw new Error(await answer.text());
  const { parties, inForceOn } = (await answer.json()) as Entry;
  const rows = parties.map(({ code, signedOn, consents, inForceOn: on }) => {
    const consent = consents.find(({ kind }) => kind !== "signature");
    return [code, [signedOn, consent?.on ?? null, on]] as const;
  });
  return { inForceOn, parties: Object.fromEntries(rows) };
}
