import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes, entersIntoForce } from "./concludes.ts";
import { attaches, type Hall, openHall, refused, seconded, standings, takes } from "./hall.ts";

/** A signatory makes clear that it will not become a party (VCLT article 18(a)), and may think better of it. */
let hall: Hall;
let id = "";
const parties = ["KZ", "AE", "KR"];

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
  id = await concludes(hall, "multilateral-partnership-agreement", {
    parties,
    languages: ["en"],
    title: { en: "Partnership Agreement" },
    variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    terms: { alternat: "none", provisional: "from-signature" },
    as: "subject-to-ratification",
  });
  await hall.at("2027-02-01T09:00:00+05:00");
});
afterAll(() => hall.office.close());

const kind = "not-to-become-party";
const declares = async (party: string) => {
  const file = await attaches(hall.of(party), id);
  await takes(hall.of(party), id, "notices", { kind, file });
};
const deposits = (party: string, on: string) =>
  takes(hall.secretaries[0], id, "deposits", {
    party,
    kind: "ratification",
    signedBy: "The Head of State",
    on,
  });

test("it is given in writing; the signature stays and provisional application ends", async () => {
  await takes(hall.of("KR"), id, "notices", { kind: "provisional-application" });
  expect((await hall.view(id)).publish.legal).toBe("provisional");
  expect((await refused(hall.of("KR"), id, "notices", { kind }))[1]).toBe(
    "notice-document-missing",
  );
  await declares("KR");
  expect((await hall.view(id)).publish.legal).toBe("notInForce");
  const { participants } = (await hall.status(id)) as unknown as {
    participants: { party: string; standing: string; signed: object | null }[];
  };
  const own = participants.find(({ party }) => party === "KR");
  expect(own?.standing).toBe("notIntending.subjectToRatification");
  expect(own?.signed).not.toBeNull();
  await hall.work();
  expect(hall.sent.some(({ text }) => text.includes("Intention not to become a party"))).toBe(true);
  expect((await refused(hall.of("KR"), id, "notices", { kind }))[0]).toBe(409);
});

test("an officer's record of it waits for a second one, and lies after the signature", async () => {
  const [first] = hall.secretaries;
  const file = await attaches(first, id);
  const body = { party: "AE", kind, file, reason: "By note verbale." };
  expect((await refused(first, id, "notices", { ...body, receivedOn: "2027-01-10" }))[1]).toBe(
    "act-impossible-then",
  );
  await seconded(hall.secretaries, id, "notices", body);
  expect(standings(await hall.status(id)).AE).toBe("notIntending.subjectToRatification");
});

test("it may still ratify; consent without entry is withdrawn, not renounced", async () => {
  await deposits("KZ", "2027-02-01");
  expect((await refused(hall.of("KZ"), id, "notices", { kind }))[1]).toBe("wrong-standing");
  await deposits("AE", "2027-02-01");
  expect(standings(await hall.status(id))).toMatchObject({ KZ: "contracting", AE: "contracting" });
  await entersIntoForce(hall, id, "2027-03-04T09:00:00+05:00");
  await deposits("KR", "2027-03-04");
  expect(standings(await hall.status(id))).toEqual({
    KZ: "party",
    AE: "party",
    KR: "contracting",
  });
});

test("all parties end it only after they have consulted the States that are not parties yet", async () => {
  for (const party of ["KZ", "AE"]) {
    await takes(hall.of(party), id, "consents-to-end", { to: "termination" });
  }
  const [officer] = hall.officers;
  const end = { to: "terminate", reason: "Both agree." };
  const answer = await officer.act(id, "force", end);
  const problem = (await answer.json()) as { type: string; detail: string; parties: string[] };
  expect([answer.status, problem.parties]).toEqual([422, ["KR"]]);
  expect(problem.detail).toContain("Republic of Korea");
  const consultation = "At the meeting of 3 March 2027 in Astana.";
  await seconded(hall.officers, id, "force", { ...end, consultation });
  expect((await hall.view(id)).publish.legal).toBe("terminated");
});
