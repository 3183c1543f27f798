import { afterAll, beforeAll, expect, test } from "vitest";
import {
  approves,
  attaches,
  authenticates,
  both,
  designates,
  drafts,
  type Hall,
  openHall,
  refused,
  seconded,
  signs,
  standings,
  takes,
} from "#tests/negotiation/hall.ts";
import type { Terms } from "#workflows/terms.ts";

/** Adoption is a dated act before authentication, and an authentic text is opened again only by all. */
let hall: Hall;
const parties = ["KZ", "KR", "EE", "US"];

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
});
afterAll(() => hall.office.close());

const convention = {
  template: "multilateral-partnership-agreement",
  title: { en: "Convention on Civil Service" },
  variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
  clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
};
const arrangement = {
  template: "joint-research-arrangement",
  title: { en: "Arrangement between Two" },
  variables: { place: "Astana", entry_days: 30, withdrawal_months: 6, duration_years: 1 },
  clauses: { consent: "definitive", "entry-into-force": "after-last-notification" },
};

async function circulated(terms: Partial<Terms> = {}, among = parties): Promise<string> {
  const id = await drafts(hall, {
    ...(among.length > 2 ? convention : arrangement),
    parties: among.map((code) => ({ code })),
    languages: ["en"],
    terms: { authority: "dispensed", clearance: false, zone: "Asia/Almaty", ...terms },
  });
  await designates(hall, id, among);
  await takes(hall.officers[0], id, "submissions");
  return id;
}

type View = {
  stage: string;
  digest: string;
  adoption: { on: string; rule: string } | null;
  reopenAskedBy: string[];
};
const view = (id: string) => hall.officers[0].get<View>(`/agreements/${id}`);

async function opened(terms: Partial<Terms> = {}, among = parties): Promise<string> {
  const id = await circulated(terms, among);
  await approves(hall, id, among);
  await authenticates(hall, id, ["en"]);
  await both(hall.officers, id, "signing", {});
  return id;
}

test("the last of all approvals adopts the text, on its day", async () => {
  const id = await circulated();
  await approves(hall, id, parties.slice(1));
  expect((await view(id)).adoption).toBeNull();
  await approves(hall, id, ["KZ"]);
  expect((await view(id)).adoption).toEqual({ on: "2027-01-10", rule: "all" });
});

test("a conference adopts by its majority, whoever has approved, and the record of the vote proves it", async () => {
  const id = await circulated({ adoption: { majority: "two-thirds" } });
  const [officer] = hall.officers;
  const file = await attaches(officer, id);
  const { digest } = await view(id);
  const adopts = (vote: object, more: object = {}) => ({
    digest,
    on: "2027-01-10",
    file,
    reason: "The record of the fourth meeting.",
    vote: { present: 4, for: 2, against: 1, abstaining: 1, ...vote },
    ...more,
  });
  const code = async (body: object) => (await refused(officer, id, "adoption", body))[1];
  expect(await code(adopts({ for: 1, against: 1 }))).toBe("vote-not-carried");
  expect(await code(adopts({ for: 4 }))).toBe("vote-does-not-add-up");
  expect(await code(adopts({ present: 5 }))).toBe("vote-does-not-add-up");
  expect(await code(adopts({}, { on: "2027-01-09" }))).toBe("act-impossible-then");
  expect(await code(adopts({}, { on: "2027-01-11" }))).toBe("day-not-come");
  await seconded(hall.officers, id, "adoption", adopts({}));
  expect(await view(id)).toMatchObject({
    stage: "review.settled",
    adoption: { on: "2027-01-10", rule: "two-thirds" },
  });
});

test("a conference may adopt by consensus, without a vote, and one vote against prevents it", async () => {
  const id = await circulated({ adoption: { majority: "consensus" } });
  const [officer] = hall.officers;
  const file = await attaches(officer, id);
  const { digest } = await view(id);
  const adopts = (against: number) => ({
    digest,
    on: "2027-01-10",
    file,
    reason: "The record of the fifth meeting.",
    vote: { present: 4, for: 0, against, abstaining: 0 },
  });
  expect((await refused(officer, id, "adoption", adopts(1)))[1]).toBe("vote-not-carried");
  await seconded(hall.officers, id, "adoption", adopts(0));
  expect((await view(id)).adoption).toEqual({ on: "2027-01-10", rule: "consensus" });
});

test("without a clause nothing is put to the vote", async () => {
  const id = await circulated();
  const [officer] = hall.officers;
  const vote = { present: 4, for: 4, against: 0, abstaining: 0 };
  const { digest } = await view(id);
  const file = await attaches(officer, id);
  const wanted = { digest, on: "2027-01-10", vote, file };
  expect((await refused(officer, id, "adoption", wanted))[1]).toBe("adopted-by-all");
});

test("one party's request leaves an authentic text as it is; that of all opens it again", async () => {
  const id = await opened();
  await signs(hall, id, "KZ", { as: "subject-to-ratification" });
  const reason = "Article 3 cannot be carried out.";
  for (const party of ["KR", "EE", "US"]) {
    await takes(hall.of(party), id, "change-requests", { reason });
    expect((await view(id)).stage).toBe("sign.open");
  }
  expect((await refused(hall.of("KR"), id, "change-requests", { reason }))[1]).toBe(
    "already-asked-to-reopen",
  );
  expect((await view(id)).reopenAskedBy.toSorted()).toEqual(["EE", "KR", "US"]);
  await takes(hall.of("KZ"), id, "change-requests", { reason });
  expect((await view(id)).stage).toBe("review.reconciling");
});

test("of two, one request opens it again", async () => {
  const id = await opened({}, ["KZ", "KR"]);
  await takes(hall.of("KR"), id, "change-requests", { reason: "A word is missing." });
  expect((await view(id)).stage).toBe("review.reconciling");
});

test("a party that declines ends its own signing only, until fewer than two remain", async () => {
  const id = await opened();
  await signs(hall, id, "KZ", { as: "subject-to-ratification" });
  const reason = "Our parliament has not agreed.";
  await takes(hall.of("US"), id, "declinations", { reason });
  expect((await view(id)).stage).toBe("sign.open");
  expect(standings(await hall.status(id))).toMatchObject({
    KZ: "signedSubjectToRatification",
    US: "declined",
  });
  await takes(hall.of("EE"), id, "declinations", { reason });
  await signs(hall, id, "KR", { as: "subject-to-ratification" });
  await hall.work();
  expect((await view(id)).stage).toBe("publish");

  const other = await opened({}, ["KZ", "KR", "EE"]);
  await takes(hall.of("EE"), other, "declinations", { reason });
  await takes(hall.of("KR"), other, "declinations", { reason });
  expect((await view(other)).stage).toBe("review.reconciling");
});
