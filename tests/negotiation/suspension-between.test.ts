import { afterAll, beforeAll, expect, test } from "vitest";
import { textOf } from "#tests/pdf/typeset/support/read-pdf.ts";
import { concludes, entersIntoForce } from "./concludes.ts";
import { type Hall, openHall, refused, seconded, standings } from "./hall.ts";

/** The operation is suspended between some of the parties, and resumed; for the others it goes on (VCLT 57, 58, 72). */
let hall: Hall;
let id = "";
const said = {
  parties: ["KZ", "KR"],
  basis: "some-agree",
  title: "Exchange of letters of 18 January 2027",
  from: "2027-02-01",
  notifiedOn: "2027-01-19",
  reason: "The text does not prohibit it, and the others are not affected.",
};

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
  id = await concludes(hall, "memorandum-of-understanding", {
    variables: { place: "Seoul", duration_years: 5 },
    languages: ["en"],
    title: { en: "Arrangement on Training" },
    as: "definitive",
    parties: ["KZ", "KR", "AE"],
  });
  await entersIntoForce(hall, id, "2027-01-11T10:00:00+05:00");
  await hall.at("2027-01-20T09:00:00+05:00");
});
afterAll(() => hall.office.close());

type Relation = { state: string; statements: { key: string; text: string; rule: string }[] };
type Listed = { id: string; parties: string[]; from: string; resumedOn: string | null };
type Notified = { heading: Record<string, string>; paper: number | null };
const between = (one: string, other: string, on: string) =>
  hall.officers[0].get<Relation>(`/agreements/${id}/relations/${one}/${other}?on=${on}`);
const listed = async () => {
  const answer = await hall.office.anyone.send("GET", `/register/${id}`);
  return ((await answer.json()) as { suspensions: Listed[] }).suspensions;
};

test("it names some of the parties, days that follow each other, and the notice to the others", async () => {
  const tried = async (more: object) =>
    (await refused(hall.officers[0], id, "suspensions-between", { ...said, ...more }))[1];
  expect(await tried({ parties: ["KZ", "US"] })).toBe("not-a-participant");
  expect(await tried({ parties: ["KZ", "KR", "AE"] })).toBe("suspended-for-all");
  expect(await tried({ notifiedOn: undefined })).toBe("suspension-not-notified");
  expect(await tried({ notifiedOn: "2027-01-21" })).toBe("day-not-come");
  expect(await tried({ from: "2027-01-01" })).toBe("act-impossible-then");
  expect(await tried({ until: "2027-01-31" })).toBe("days-out-of-order");
  expect(await tried({ from: "2027-02-30" })).toBe("malformed-request");
  const unknown = { suspension: "00000000-0000-4000-8000-000000000001", reason: "No." };
  expect((await refused(hall.officers[0], id, "resumptions-between", unknown))[1]).toBe(
    "no-such-suspension",
  );
});

test("two officers record it, having read what then applies between the two", async () => {
  const answer = await hall.officers[0].send("POST", `/agreements/${id}/consequences`, {
    resource: "suspensions-between",
    body: said,
  });
  const { relations } = (await answer.json()) as {
    relations: { parties: string[]; statements: { key: string }[] }[];
  };
  expect(relations).toMatchObject([{ parties: ["KZ", "KR"], statements: [{ key: "suspended" }] }]);
  await seconded(hall.officers, id, "suspensions-between", said);
  const pair = await between("KR", "KZ", "2027-02-01");
  expect(pair.state).toBe("suspended");
  expect(pair.statements.at(-1)).toMatchObject({
    key: "suspended",
    rule: expect.stringContaining("58, 72"),
  });
  expect((await between("KR", "KZ", "2027-01-31")).state).toBe("in-force");
  expect((await between("KZ", "AE", "2027-02-01")).state).toBe("in-force");
  expect(standings(await hall.status(id))).toEqual({ KZ: "party", KR: "party", AE: "party" });
  expect((await refused(hall.officers[0], id, "suspensions-between", said))[1]).toBe(
    "already-suspended-between",
  );
});

test("a notification names the parties, and the register lists it", async () => {
  await hall.work();
  const { items } = await hall.officers[0].get<{ items: Notified[] }>(
    `/agreements/${id}/notifications`,
  );
  const told = items.find(({ heading }) => heading.en === "Suspension between some parties");
  const paper = await hall.archivist.send("GET", `/agreements/${id}/papers/${told?.paper}`);
  const printed = (await textOf(new Uint8Array(await paper.arrayBuffer()))).replaceAll(/\s+/g, " ");
  expect(printed).toContain("the Republic of Kazakhstan and the Republic of Korea");
  expect(printed).toContain("(article 58(2))");
  expect(await listed()).toMatchObject([
    { parties: ["KZ", "KR"], by: null, from: "2027-02-01", until: null, notifiedOn: "2027-01-19" },
  ]);
});

test("it is resumed from its day, and lies in the record", async () => {
  await hall.at("2027-03-01T09:00:00+05:00");
  const [made] = await listed();
  const resumed = { suspension: made?.id, reason: "Both have said so." };
  const early = { ...resumed, on: "2027-01-31" };
  expect((await refused(hall.officers[0], id, "resumptions-between", early))[1]).toBe(
    "act-impossible-then",
  );
  await seconded(hall.officers, id, "resumptions-between", resumed);
  expect((await between("KZ", "KR", "2027-02-28")).state).toBe("suspended");
  expect((await between("KZ", "KR", "2027-03-01")).state).toBe("in-force");
  expect((await listed())[0]?.resumedOn).toBe("2027-03-01");
  expect((await refused(hall.officers[0], id, "resumptions-between", resumed))[1]).toBe(
    "no-such-suspension",
  );
});

test("a part is suspended by the text until its last day, and the pair stays in force", async () => {
  await seconded(hall.officers, id, "suspensions-between", {
    parties: ["KZ", "AE"],
    basis: "clause",
    title: "Article 3",
    from: "2027-03-01",
    until: "2027-03-31",
    articles: [3],
    reason: "The article provides for it.",
  });
  const pair = await between("KZ", "AE", "2027-03-31");
  expect([pair.state, pair.statements.at(-1)?.key]).toEqual(["in-force", "suspended-until"]);
  expect(pair.statements.at(-1)?.text).toContain("(article 3)");
  expect((await between("KZ", "AE", "2027-04-01")).statements.at(-1)?.key).toBe("applies-whole");
});
