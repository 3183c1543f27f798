import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, openOffice } from "#tests/support/office.ts";
import {
  approves,
  authenticates,
  both,
  designates,
  drafts,
  type Hall,
  openHall,
  signs,
  standings,
  takes,
} from "./hall.ts";

/**
 * The memorandum on cooperation between the Main Department of the Civil Service of Ukraine and the Ministry of
 * Personnel of the People's Republic of China in the civil service and the management of human resources, as the
 * Verkhovna Rada's database of legislation publishes it (document 156_250): date of signature 15.01.2003, date of entry
 * into force 15.01.2003, in force. Only its opening and its first articles were read; the rest of the text is the template's.
 */
const published = { signed: "2003-01-15", inForce: "2003-01-15", status: "in force" };

const department = {
  code: "GUDSU",
  kind: "agency",
  state: "UA",
  names: {
    en: "the Main Department of the Civil Service of Ukraine",
    ru: "Главное управление государственной службы Украины",
  },
  forms: {
    ru: {
      genitive: "Главного управления государственной службы Украины",
      accusative: "Главное управление государственной службы Украины",
    },
  },
};
const ministry = {
  code: "MOP-CN",
  kind: "ministry",
  state: "CN",
  names: {
    en: "the Ministry of Personnel of the People’s Republic of China",
    ru: "Министерство кадров Китайской Народной Республики",
  },
  forms: {
    ru: {
      genitive: "Министерства кадров Китайской Народной Республики",
      accusative: "Министерство кадров Китайской Народной Республики",
    },
  },
};
const parties = [department.code, ministry.code];

let hall: Hall;
let id = "";
beforeAll(async () => {
  const office = await openOffice();
  const secretary = office.as("secretariat");
  const stand = { [department.code]: "KZ", [ministry.code]: "AE" };
  for (const party of [department, ministry]) {
    const answer = await secretary.send("POST", "/parties", party);
    if (answer.status !== 201) throw new Error(await answer.text());
    // The demo people of two States act for the two bodies here.
    const { id: person } = office.as("representative", stand[party.code]).person;
    await office.db
      .updateTable("people")
      .set({ party: party.code })
      .where("id", "=", person)
      .execute();
  }
  hall = await openHall("2003-01-15T09:00:00+02:00", office);
  const of = (code: string): Client => office.as("representative", stand[code] ?? code);
  hall = { ...hall, of };
});
afterAll(() => hall.office.close());

type Entry = {
  parties: {
    code: string;
    kind: string;
    state: string;
    names: Record<string, string>;
    signedOn: string;
    inForceOn: string;
  }[];
  inForceOn: string;
};

test("a memorandum between an agency and a ministry is concluded by their heads, who need no full powers", async () => {
  id = await drafts(hall, {
    template: "memorandum-of-understanding",
    title: {
      en: "Memorandum of Understanding on Cooperation in the Civil Service and the Management of Human Resources",
      ru: "Меморандум о взаимопонимании по вопросам сотрудничества в сфере государственной службы и управления персоналом",
    },
    parties: parties.map((code) => ({ code })),
    order: { by: "as-chosen" },
    languages: ["en", "ru"],
    variables: { place: "Kyiv" },
    terms: { authority: "full-powers", clearance: false, zone: "Europe/Kyiv" },
  });
  await designates(hall, id, parties);
  await takes(hall.officers[0], id, "submissions");
  await approves(hall, id, parties);
  await authenticates(hall, id, ["en", "ru"]);
  await both(hall.officers, id, "signing", {});
  for (const party of parties) {
    const head = hall.of(party);
    await takes(head, id, "credentials", {
      person: head.person.id,
      kind: "ex-officio",
      office: "head-of-body",
      issuedBy: "Cabinet",
      signedBy: "Head of the Cabinet",
      instrument: "Memorandum",
      place: "Kyiv",
      issuedOn: "2003-01-10",
      form: "original",
    });
    const { participants } = await hall.status(id);
    const own = participants.find((one) => one.party === party)?.credentials.at(-1);
    await both(hall.secretaries, id, "credential-verifications", { party, credential: own?.id });
    await signs(hall, id, party, { as: "definitive", binding: false });
  }
  // The seal's certificate is younger than the memorandum.
  await hall.at("2027-01-10T09:00:00+02:00");
  await takes(hall.officers[0], id, "publication");
  expect((await hall.view(id)).stage).toBe("publish");
});

test("it comes into effect on the day of the last signature, as published", async () => {
  const { entry } = await hall.status(id);
  expect(entry).toMatchObject({ state: "dated", on: published.inForce });
  const dates = {
    instrument: published.inForce,
    parties: Object.fromEntries(parties.map((code) => [code, published.inForce])),
  };
  await takes(hall.secretaries[0], id, "entry-into-force", dates);
  await hall.at("2027-01-11T00:00:00+02:00");
  expect(standings(await hall.status(id))).toEqual({ GUDSU: "party", "MOP-CN": "party" });
});

test("the register ends in the table that the publisher shows, with the States behind the bodies", async () => {
  const answer = await hall.office.anyone.send("GET", `/register/${id}`);
  const entry = (await answer.json()) as Entry;
  expect(entry.inForceOn).toBe(published.inForce);
  expect(
    entry.parties.map(({ code, kind, state, signedOn, inForceOn }) => ({
      code,
      kind,
      state,
      signedOn,
      inForceOn,
    })),
  ).toEqual([
    {
      code: "GUDSU",
      kind: "agency",
      state: "UA",
      signedOn: published.signed,
      inForceOn: published.inForce,
    },
    {
      code: "MOP-CN",
      kind: "ministry",
      state: "CN",
      signedOn: published.signed,
      inForceOn: published.inForce,
    },
  ]);
});

test("the derivation and the forms name the bodies by their official names, in their cases", async () => {
  const { entry } = (await hall.status(id)) as unknown as { entry: { reasons: string[] } };
  expect(entry.reasons.join(" ")).toMatch(/Ministry of Personnel|Main Department/);
  const form = await hall.archivist.send(
    "GET",
    `/agreements/${id}/forms/full-powers?language=ru&party=GUDSU`,
  );
  expect(await form.text()).toContain("Главного управления государственной службы Украины");
});
