import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes } from "./concludes.ts";
import { type Hall, standings, takes } from "./hall.ts";
import { openHallOf, publicTable, receivesCompletion } from "./in-those-days.ts";

/**
 * The Protocol amending the Agreement of 20 November 2009 on the Rules for Determining the Country of Origin of Goods in
 * the Commonwealth of Independent States, Dushanbe, 30 October 2015. Its depositary, the Executive Committee of the
 * Commonwealth, publishes its status. Its status as of 16 May 2017 was read as the Garant database reproduces it
 * (base.garant.ru/71675672): the clause on entry into force, the seven that signed, the three notifications with their
 * days, the day of entry into force, and that Armenia and Kazakhstan had not completed their procedures. The excerpt
 * ends there; Kyrgyzstan and Tajikistan are not among those that had notified.
 *
 * Not read: who signed, and the day of entry into force for each party, which follows from the clause. The text is the
 * project's template with this clause as its terms, and the title in English is ours.
 */
const published = {
  signed: "2015-10-30",
  inForce: "2017-05-21",
  notified: { BY: "2016-07-13", AZ: "2016-12-06", RU: "2017-04-21" },
};
const signatories = ["AZ", "AM", "BY", "KZ", "KG", "RU", "TJ"];
const days = (count: number) => ({ unit: "days" as const, count });

let hall: Hall;
let id = "";
beforeAll(async () => {
  hall = await openHallOf("2015-10-30T09:00:00+05:00", signatories);
});
afterAll(() => hall.office.close());

const notifies = (party: string, on: string) =>
  receivesCompletion(hall, id, { party, on, offset: "+03:00" });

test("it is signed by the seven Governments and sealed on the day of the signatures", async () => {
  id = await concludes(hall, "multilateral-partnership-agreement", {
    title: {
      en: "Protocol amending the Agreement on the Rules for Determining the Country of Origin of Goods",
      ru: "Протокол о внесении изменений в Соглашение о Правилах определения страны происхождения товаров",
    },
    parties: signatories,
    asGovernments: true,
    as: "definitive",
    languages: ["ru"],
    variables: { place: "Душанбе" },
    terms: {
      zone: "Europe/Minsk",
      consent: ["definitive"],
      entry: {
        form: "conditions",
        when: { kind: "notifications", needed: 3 },
        delay: days(30),
        later: days(30),
        provisional: {
          when: { kind: "signatures", needed: "all" },
          delay: days(60),
        },
      },
    },
  });
  expect((await hall.view(id)).stage).toBe("publish");
});

test("two notifications do not bring it into force", async () => {
  await notifies("BY", published.notified.BY);
  await notifies("AZ", published.notified.AZ);
  expect((await hall.status(id)).entry).toMatchObject({ state: "waiting" });
});

test("the third does, thirty days after its receipt, on the published day", async () => {
  await notifies("RU", published.notified.RU);
  const { entry } = await hall.status(id);
  expect(entry).toMatchObject({ state: "dated", on: published.inForce });
  const parties = Object.fromEntries(
    Object.keys(published.notified).map((code) => [code, published.inForce]),
  );
  await takes(hall.secretaries[0], id, "entry-into-force", {
    instrument: published.inForce,
    parties,
  });
  await hall.at("2017-05-20T12:00:00+03:00");
  expect(standings(await hall.status(id))).toMatchObject({ RU: "contracting" });
  await hall.at(`${published.inForce}T00:00:00+03:00`);
  expect(standings(await hall.status(id))).toEqual({
    BY: "party",
    AZ: "party",
    RU: "party",
    AM: "signedDefinitive",
    KZ: "signedDefinitive",
    KG: "signedDefinitive",
    TJ: "signedDefinitive",
  });
});

test("the register ends in the status that the depositary publishes", async () => {
  const { signed, inForce, notified } = published;
  const notYet = [signed, null, null];
  expect(await publicTable(hall, id)).toEqual({
    inForceOn: inForce,
    parties: {
      BY: [signed, notified.BY, inForce],
      AZ: [signed, notified.AZ, inForce],
      RU: [signed, notified.RU, inForce],
      AM: notYet,
      KZ: notYet,
      KG: notYet,
      TJ: notYet,
    },
  });
});
