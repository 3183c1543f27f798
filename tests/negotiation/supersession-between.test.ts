import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import { concludes, entersIntoForce } from "./concludes.ts";
import {
  type Hall,
  openHall,
  proposes,
  refused,
  seconded,
  standings,
  takes,
  waits,
} from "./hall.ts";

/** A later agreement between some of the parties leaves the earlier one to the others (VCLT articles 30(4) and 41). */
let hall: Hall;
let earlier = "";
let later = "";
const given = {
  variables: { place: "Seoul", duration_years: 5 },
  languages: ["en"],
  title: { en: "Arrangement on Training" },
  as: "definitive",
};
const said = {
  parties: ["KZ", "KR"],
  basis: "later-treaty",
  title: "Arrangement on Training of 2027",
  source: "Register of the depositary",
  reason: "Both govern the training of civil servants.",
};

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
  earlier = await concludes(hall, "memorandum-of-understanding", {
    ...given,
    parties: ["KZ", "KR", "AE"],
  });
  await entersIntoForce(hall, earlier, "2027-01-11T10:00:00+05:00");
  await hall.at("2027-01-13T09:00:00+05:00");
  later = await concludes(hall, "memorandum-of-understanding", given);
  await entersIntoForce(hall, later, "2027-01-13T10:00:00+05:00");
  await hall.at("2027-01-20T09:00:00+05:00");
});
afterAll(() => hall.office.close());

type Notified = { heading: Record<string, string>; paper: number | null };
type Relation = { state: string; statements: { key: string; text: string; rule: string }[] };
const between = (one: string, other: string, on = "2027-01-20") =>
  hall.officers[0].get<Relation>(`/agreements/${earlier}/relations/${one}/${other}?on=${on}`);

test("it names parties to both, a later text in force, and the notice of a modification", async () => {
  const [officer] = hall.officers;
  const tried = async (more: object) =>
    (await refused(officer, earlier, "supersessions-between", { ...said, ...more }))[1];
  expect(await tried({ parties: ["KZ", "US"] })).toBe("not-a-participant");
  expect(await tried({ parties: ["KZ", "KZ"] })).toBe("not-a-participant");
  expect(await tried({ successor: later, parties: ["KZ", "AE"] })).toBe("successor-lacks-parties");
  expect(await tried({ successor: earlier })).toBe("successor-is-itself");
  expect(await tried({ successor: later, on: "2027-01-12" })).toBe("act-impossible-then");
  expect(await tried({ basis: "modification" })).toBe("others-not-notified");
  expect(await tried({ basis: "modification", notifiedOn: "2027-01-21" })).toBe("day-not-come");
});

test("two officers record it, having read what then applies between the two", async () => {
  const [officer, second] = hall.officers;
  const body = { ...said, successor: later, on: "2027-01-13" };
  const answer = await officer.send("POST", `/agreements/${earlier}/consequences`, {
    resource: "supersessions-between",
    body,
  });
  const { relations, rule } = (await answer.json()) as {
    rule: string;
    relations: { parties: string[]; statements: { key: string }[] }[];
  };
  expect(rule).toBe("changes-for-all");
  expect(relations).toMatchObject([
    { parties: ["KZ", "KR"], statements: [{ key: "later-treaty" }] },
  ]);
  expect((await between("KZ", "KR")).state).toBe("in-force");
  const proposal = await proposes(officer, earlier, "supersessions-between", body);
  expect((await waits(second, earlier))[0]).toMatchObject({
    id: proposal,
    rule: "changes-for-all",
  });
  await takes(second, earlier, "proposal-confirmations", { proposal });
  const pair = await between("KR", "KZ");
  expect(pair.state).toBe("superseded");
  const sentence = pair.statements.find(({ key }) => key === "later-treaty");
  expect(sentence?.text).toContain("Arrangement on Training of 2027");
  expect(sentence?.rule).toContain("30(3), 30(4)(a)");
  expect((await between("KR", "KZ", "2027-01-12")).state).toBe("in-force");
  expect((await between("KZ", "AE")).state).toBe("in-force");
  expect(standings(await hall.status(earlier))).toEqual({ KZ: "party", KR: "party", AE: "party" });
  expect((await refused(officer, earlier, "supersessions-between", body))[1]).toBe(
    "already-superseded-between",
  );
  await hall.work();
  expect(hall.sent.some(({ text }) => text.includes("between some of the parties"))).toBe(true);
});

test("a notification names the parties between which it applies", async () => {
  const path = `/agreements/${earlier}/notifications`;
  const { items } = await hall.officers[0].get<{ items: Notified[] }>(path);
  const told = items.find(({ heading }) => heading.en === "Later text between some parties");
  const answer = await hall.archivist.send("GET", `/agreements/${earlier}/papers/${told?.paper}`);
  const printed = (await textOf(new Uint8Array(await answer.arrayBuffer()))).replaceAll(
    /\s+/g,
    " ",
  );
  expect(printed).toContain(
    "From 13 January 2027 the later text “Arrangement on Training of 2027”",
  );
  expect(printed).toContain("the Republic of Kazakhstan and the Republic of Korea");
});

test("a modification that the office does not keep is named, and shown to all on the register", async () => {
  await seconded(hall.officers, earlier, "supersessions-between", {
    ...said,
    parties: ["KZ", "AE"],
    basis: "modification",
    title: "Exchange of notes of 15 January 2027",
    source: "Official gazette 3/2027",
    notifiedOn: "2027-01-16",
  });
  const pair = await between("KZ", "AE");
  expect(pair.state).toBe("in-force");
  expect(pair.statements.map(({ key }) => key)).toEqual(["in-force", "modification"]);
  const entry = await hall.office.anyone.send("GET", `/register/${earlier}`);
  const { laterBetween } = (await entry.json()) as { laterBetween: object[] };
  const status = await hall.officers[0].get<{ laterBetween: object[] }>(
    `/agreements/${earlier}/participation`,
  );
  expect(status.laterBetween).toEqual(laterBetween);
  expect(laterBetween).toEqual([
    {
      parties: ["KZ", "KR"],
      on: "2027-01-13",
      basis: "later-treaty",
      title: said.title,
      source: said.source,
      notifiedOn: null,
    },
    {
      parties: ["KZ", "AE"],
      on: "2027-01-20",
      basis: "modification",
      title: "Exchange of notes of 15 January 2027",
      source: "Official gazette 3/2027",
      notifiedOn: "2027-01-16",
    },
  ]);
});
