import { afterAll, beforeAll, expect, test } from "vitest";
import { opensForSigning } from "./concludes.ts";
import { type Hall, refused, signs, standings, takes } from "./hall.ts";
import { openHallOf, publicTable } from "./in-those-days.ts";

/**
 * The exchange of notes between the Governments of the United States of America and of the Netherlands of 23 and 27 October
 * 1953 (United Nations, Treaty Series, vol. 221, No. 3017; page 374 was read at en.wikisource.org). Read: that the Secretary
 * of State proposes by a note of 23 October that his note and the reply constitute an agreement "effective from the date on
 * which the exchange of notes is completed", for one year or until one month after notice; that the Ambassador of the
 * Netherlands replies on 27 October, quotes the note, accepts, and calls the agreement "effective beginning with this date".
 *
 * Not read: what the conditions and procedures are. The text here is the project's template with these final clauses.
 */
const published = { note: "1953-10-23", reply: "1953-10-27", inForce: "1953-10-27" };
const parties = ["US", "NL"];

let hall: Hall;
let id = "";
beforeAll(async () => {
  hall = await openHallOf(`${published.note}T09:00:00-04:00`, parties);
});
afterAll(() => hall.office.close());

test("the Secretary of State proposes by a note that he alone signs", async () => {
  id = await opensForSigning(hall, "cooperation-agreement", {
    title: { en: "Exchange of Notes" },
    parties,
    asGovernments: true,
    languages: ["en"],
    variables: { place: "Washington" },
    terms: {
      zone: "America/New_York",
      accession: false,
      consent: ["definitive"],
      entry: { form: "last-signature" },
      duration: { years: 1, renewal: "none" },
      withdrawal: { months: 1 },
      exchange: { of: "notes", first: "US" },
    },
  });
  const { original } = await hall.view(id);
  const reply = { original, binding: true, as: "definitive" };
  expect(await refused(hall.of("NL"), id, "signatures", reply)).toEqual([409, "not-your-turn"]);
  await signs(hall, id, "US", { as: "definitive" });
});

test("the Ambassador replies four days later, and the exchange is complete", async () => {
  await hall.at(`${published.reply}T10:00:00-05:00`);
  await signs(hall, id, "NL", { as: "definitive" });
  await hall.work();
  expect((await hall.view(id)).stage).toBe("publish");
  await takes(hall.officers[0], id, "publication");
  const { inForce } = published;
  expect((await hall.status(id)).entry).toMatchObject({ state: "dated", on: inForce });
  const dates = Object.fromEntries(parties.map((code) => [code, inForce]));
  await takes(hall.secretaries[0], id, "entry-into-force", { instrument: inForce, parties: dates });
  await hall.at("1953-10-28T00:00:00-05:00");
  expect(standings(await hall.status(id))).toEqual({ US: "party", NL: "party" });
});

test("the register ends in the days that the Treaty Series gives", async () => {
  const { inForceOn, parties: rows } = await publicTable(hall, id);
  expect(inForceOn).toBe(published.inForce);
  expect(rows).toEqual({
    US: [published.note, null, published.inForce],
    NL: [published.reply, null, published.inForce],
  });
});
