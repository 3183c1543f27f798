import { afterAll, beforeAll, expect, test } from "vitest";
import {
  approves,
  authenticates,
  both,
  designates,
  drafts,
  empowers,
  type Hall,
  signs,
  standings,
  takes,
  verifies,
} from "./hall.ts";
import { openHallOf, publicTable, receivesCompletion } from "./in-those-days.ts";

/**
 * The Agreement between the Government of the Republic of Kazakhstan and the International Atomic Energy Agency on the
 * Establishment of the IAEA Low Enriched Uranium Bank in the Republic of Kazakhstan. Read: that it was signed in Astana
 * on 27 August 2015 by the Minister for Foreign Affairs and the Director General (mfa.gov.kz, "Agreement on establishing
 * the IAEA Low-Enriched Uranium Bank signed in Astana"); that it was ratified by the Law of 22 December 2016 No. 31-VI and
 * entered into force on 31 January 2017 (Bulletin of International Treaties of the Republic of Kazakhstan 2017, No. 1,
 * art. 14, at zakonpravo.kz); that this was the day of the last required written notification, and that the Agency
 * publishes it as INFCIRC/916 (kazatomprom.kz, "IAEA published the agreement with Kazakhstan on LEU bank establishment",
 * 27 March 2017).
 *
 * Not read: the article itself, and on which day the other of the two notified. Here Kazakhstan notifies last, because its
 * law came a month before, and the Agency on the day of that law: entry into force does not depend on it, and the table
 * leaves it out. The text is the project's template with this clause.
 */
const published = { signed: "2015-08-27", inForce: "2017-01-31" };
const lawOfRatification = "2016-12-22";

const agency = {
  code: "IAEA",
  kind: "organization",
  names: {
    en: "the International Atomic Energy Agency",
    ru: "Международное агентство по атомной энергии",
  },
  forms: {
    ru: {
      genitive: "Международного агентства по атомной энергии",
      accusative: "Международное агентство по атомной энергии",
    },
  },
};
const parties = ["KZ", agency.code];

let hall: Hall;
let id = "";
beforeAll(async () => {
  hall = await openHallOf("2015-08-27T09:00:00+06:00", ["KZ", agency]);
});
afterAll(() => hall.office.close());

const notifies = (party: string, on: string) =>
  receivesCompletion(hall, id, { party, on, offset: "+06:00" });

test("the Minister signs by office, and the Director General with powers of the Agency", async () => {
  id = await drafts(hall, {
    template: "joint-research-arrangement",
    title: {
      en: "Agreement on the Establishment of the IAEA Low Enriched Uranium Bank in the Republic of Kazakhstan",
      ru: "Соглашение о создании Банка низкообогащенного урана МАГАТЭ в Республике Казахстан",
    },
    parties: [{ code: "KZ", as: "government" }, { code: agency.code }],
    languages: ["en", "ru"],
    variables: { place: "Astana", withdrawal_months: 6, duration_years: 1 },
    terms: {
      authority: "full-powers",
      clearance: false,
      zone: "Asia/Almaty",
      alternat: "none",
      accession: false,
      consent: ["definitive"],
      entry: { form: "last-notification" },
    },
  });
  await designates(hall, id, parties);
  await takes(hall.officers[0], id, "submissions");
  await approves(hall, id, parties);
  await authenticates(hall, id, ["en", "ru"]);
  await both(hall.officers, id, "signing", {});
  const minister = hall.of("KZ");
  await takes(minister, id, "credentials", {
    person: minister.person.id,
    kind: "ex-officio",
    office: "foreign-minister",
    issuedBy: "Protocol",
    signedBy: "Head of Protocol",
    instrument: "Agreement",
    place: "Astana",
    issuedOn: "2015-08-20",
    form: "copy",
  });
  await verifies(hall, id, "KZ");
  await empowers(hall, id, agency.code, {
    issuedBy: "Board of Governors",
    signedBy: "Chair of the Board",
    issuedOn: "2015-06-11",
  });
  for (const party of parties) await signs(hall, id, party, { as: "definitive" });
  await hall.work();
  await takes(hall.officers[0], id, "publication");
  expect((await hall.view(id)).stage).toBe("publish");
});

test("one notification is not enough, and the last brings it into force on the published day", async () => {
  await notifies(agency.code, lawOfRatification);
  expect((await hall.status(id)).entry).toMatchObject({ state: "waiting" });
  await notifies("KZ", published.inForce);
  expect((await hall.status(id)).entry).toMatchObject({ state: "dated", on: published.inForce });
  const dates = Object.fromEntries(parties.map((code) => [code, published.inForce]));
  await takes(hall.secretaries[0], id, "entry-into-force", {
    instrument: published.inForce,
    parties: dates,
  });
  await hall.at("2017-02-01T00:00:00+06:00");
  expect(standings(await hall.status(id))).toEqual({ KZ: "party", IAEA: "party" });
});

test("the register ends in the table that the Bulletin and the Agency publish", async () => {
  const { inForceOn, parties: rows } = await publicTable(hall, id);
  const { signed, inForce } = published;
  expect(inForceOn).toBe(inForce);
  expect(rows).toEqual({
    KZ: [signed, inForce, inForce],
    IAEA: [signed, expect.any(String), inForce],
  });
});
