import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf } from "#tests/support/problem.ts";
import { concludes, entersIntoForce } from "./concludes.ts";
import {
  attaches,
  type Hall,
  openHall,
  proposes,
  refused,
  seconded,
  standings,
  takes,
  waits,
  withdraws,
} from "./hall.ts";

/** Days in the past, and acts that change the law for all: one officer alone does nothing in law. */
let hall: Hall;
let id = "";
const memorandum = {
  variables: { place: "Seoul", duration_years: 5 },
  terms: { withdrawal: { months: 6 } },
  as: "definitive",
};

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
  id = await concludes(hall, "memorandum-of-understanding", memorandum);
  await entersIntoForce(hall, id, "2027-01-11T10:00:00+05:00");
  await hall.at("2027-02-08T09:00:00+05:00");
});
afterAll(() => hall.office.close());

const attached = (agreement = id) => attaches(hall.secretaries[0], agreement);
const notice = { party: "KR", kind: "withdrawal" };
const legal = async (agreement = id) => (await hall.view(agreement)).publish.legal;

test("a mistyped year ends no participation: the party was not bound on that day", async () => {
  const [secretary] = hall.secretaries;
  const wrong = { ...notice, receivedOn: "2020-01-01" };
  const answer = await secretary.act(id, "notices", wrong, { "Accept-Language": "ru" });
  const problem = (await answer.json()) as { type: string; detail: string; errors: object[] };
  expect([answer.status, codeOf(problem)]).toEqual([422, "act-impossible-then"]);
  expect(problem.errors).toEqual([
    { pointer: "/receivedOn", detail: "2020-01-01 lies before 2027-01-11" },
  ]);
  expect(problem.detail).toContain("Проверьте год");
  const file = await attached();
  const withPapers = { ...wrong, file, reason: "Found in the archive." };
  expect((await refused(secretary, id, "notices", withPapers))[1]).toBe("act-impossible-then");
  expect(standings(await hall.status(id)).KR).toBe("party");
});

test("no day lies in the future, and a notice is sent, received and made known in this order", async () => {
  const [secretary] = hall.secretaries;
  const post = (dates: object) => refused(secretary, id, "notices", { ...notice, ...dates });
  expect(await post({ sentOn: "1900-01-01" })).toEqual([422, "act-impossible-then"]);
  const own = await hall.of("KR").act(id, "notices", { kind: "withdrawal", sentOn: "1900-01-01" });
  expect(((await own.json()) as { errors: object[] }).errors).toEqual([
    { pointer: "/sentOn", detail: "1900-01-01 lies before 2027-01-11" },
  ]);
  expect(await post({ receivedOn: "2027-02-09" })).toEqual([422, "day-not-come"]);
  for (const dates of [
    { sentOn: "2027-02-07", receivedOn: "2027-02-06" },
    { sentOn: "2027-02-28" },
    { receivedOn: "2027-02-06", informedOn: "2027-02-05" },
    { receivedOn: "2027-02-06", informedOn: "2027-02-09" },
  ]) {
    expect(await post(dates)).toEqual([422, "days-out-of-order"]);
  }
});

test("what was received last week counts from then: two officers record that a State leaves, one that it stays", async () => {
  const [secretary] = hall.secretaries;
  const received = { ...notice, receivedOn: "2027-01-31" };
  const reason = "By note verbale.";
  expect((await refused(secretary, id, "notices", received))[1]).toBe("reason-missing");
  expect(await refused(secretary, id, "notices", { ...received, reason })).toEqual([
    422,
    "notice-document-missing",
  ]);
  const file = await attached();
  const proposal = await proposes(secretary, id, "notices", { ...received, reason, file });
  expect(standings(await hall.status(id)).KR).toBe("party");
  expect((await waits(hall.secretaries[1], id))[0]).toMatchObject({ id: proposal, rule: "ends" });
  await takes(hall.secretaries[1], id, "proposal-confirmations", { proposal });
  expect(standings(await hall.status(id)).KR).toBe("noticeRunning");
  const revocation = { party: "KR", kind: "revocation", receivedOn: "2027-01-30" };
  expect((await refused(secretary, id, "notices", revocation))[1]).toBe("act-impossible-then");
  await takes(secretary, id, "notices", { ...revocation, receivedOn: "2027-02-01" });
  expect(standings(await hall.status(id)).KR).toBe("party");
});

test("an earlier day needs a document, a reason and a second officer who sees what it brings about", async () => {
  await hall.at("2027-08-28T09:00:00+05:00");
  const [first, second] = hall.secretaries;
  const early = { ...notice, receivedOn: "2027-02-10" };
  const file = await attached();
  const reason = "The embassy sent it to the wrong address.";
  expect((await refused(first, id, "notices", early))[1]).toBe("reason-missing");
  expect((await refused(first, id, "notices", { ...early, reason }))[1]).toBe(
    "notice-document-missing",
  );
  const absent = { ...early, reason, file: "0".repeat(64) };
  expect((await refused(first, id, "notices", absent))[0]).toBe(400);
  hall.sent.length = 0;
  const proposal = await proposes(first, id, "notices", { ...early, reason, file });
  expect(standings(await hall.status(id)).KR).toBe("party");
  await hall.work();
  const [letter] = hall.sent.filter(({ to }) => to === second.person.email);
  expect(letter?.text).toContain("2027 жылғы 10 ақпан");
  expect(letter?.text).toContain(reason);
  expect(hall.sent.map(({ to }) => to)).not.toContain(first.person.email);
  expect(hall.sent.map(({ to }) => to)).not.toContain(hall.of("KR").person.email);
  const [shown] = await waits(second, id);
  expect(shown).toMatchObject({
    id: proposal,
    act: "give-notice",
    party: "KR",
    rule: "dates-back",
    state: "waiting",
    consequence: {
      refusedBy: [],
      parties: [{ party: "KR", standing: "noticeRunning", endsOn: "2027-08-10" }],
      reasons: [
        "Хабарлама 2027 жылғы 10 ақпан күні алынды.",
        "Хабарлау мерзімі – 6 ай.",
        "Шығу 2027 жылғы 10 тамыз күні күшіне енеді.",
      ],
    },
  });
  expect((await refused(first, id, "notices", { ...early, reason, file }))[1]).toBe(
    "already-proposed",
  );
  const body = { proposal };
  expect(await refused(first, id, "proposal-confirmations", body)).toEqual([403, "own-proposal"]);
  expect((await refused(hall.of("KR"), id, "proposal-confirmations", body))[0]).toBe(403);
  const list = await hall.of("KR").send("GET", `/agreements/${id}/proposals`);
  expect(list.status).toBe(403);
  const { items } = await second.get<{ items: { act: string }[] }>("/waiting");
  expect(items.map(({ act }) => act)).toContain("confirm-proposal");
  const unseen = await second.send("POST", `/agreements/${id}/proposal-confirmations`, body);
  expect(unseen.status).toBe(428);
});

test("rejected, it never happens; expired, it cannot be confirmed", async () => {
  const [first, second] = hall.secretaries;
  const file = await attached();
  const early = { ...notice, receivedOn: "2027-02-10", file, reason: "Wrong address." };
  const [waiting] = await waits(second, id);
  const rejection = { proposal: waiting?.id, reason: "The date stamp says 2027." };
  await takes(second, id, "proposal-rejections", rejection);
  expect((await waits(second, id))[0]).toMatchObject({ state: "rejected", consequence: null });
  expect((await refused(second, id, "proposal-confirmations", { proposal: waiting?.id }))[1]).toBe(
    "proposal-not-waiting",
  );
  const proposal = await proposes(first, id, "notices", early);
  await hall.at("2027-09-12T09:00:00+05:00");
  expect((await refused(second, id, "proposal-confirmations", { proposal }))[1]).toBe(
    "proposal-not-waiting",
  );
  const known = await waits(second, id);
  expect(known.find((one) => one.id === proposal)?.state).toBe("expired");
  expect(standings(await hall.status(id)).KR).toBe("party");
});

test("confirmed, it happens with both officers in the evidence", async () => {
  const [first, second] = hall.secretaries;
  const file = await attached();
  const early = { ...notice, receivedOn: "2027-02-10", file, reason: "Wrong address." };
  const proposal = await proposes(first, id, "notices", early);
  await takes(second, id, "proposal-confirmations", { proposal });
  expect(standings(await hall.status(id)).KR).toBe("noticeRunning");
  await hall.at("2027-09-12T09:01:00+05:00");
  expect(standings(await hall.status(id)).KR).toBe("ended");
  const answer = await hall.archivist.send("GET", `/agreements/${id}/evidence`);
  const entries = (await answer.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { act?: string; person?: string; detail?: object });
  const proposed = entries.filter(({ act }) => act === "propose").at(-1);
  expect(proposed).toMatchObject({ person: first.person.id, detail: { act: "give-notice" } });
  const given = entries.filter(({ act }) => act === "give-notice").at(-1);
  expect(given).toMatchObject({
    person: second.person.id,
    detail: { proposal, proposedBy: first.person.id, on: "2027-02-10", file },
  });
});

test("a party itself withdraws without an officer, by a signed document, on the day it says so", async () => {
  const other = await concludes(hall, "memorandum-of-understanding", {
    ...memorandum,
    terms: { withdrawal: { months: 0 } },
  });
  await entersIntoForce(hall, other, "2027-09-13T09:00:00+05:00");
  const proposal = await proposes(hall.secretaries[0], other, "notices", {
    ...notice,
    reason: "By note verbale.",
    file: await attached(other),
  });
  expect((await waits(hall.secretaries[1], other))[0]?.rule).toBe("ends");
  await takes(hall.secretaries[1], other, "proposal-rejections", { proposal, reason: "Not ours." });
  const own = await refused(hall.of("KR"), other, "notices", { kind: "withdrawal" });
  expect(own).toEqual([422, "notice-document-missing"]);
  await withdraws(hall.of("KR"), other);
  expect(standings(await hall.status(other)).KR).toBe("noticeRunning");
});

test("a text may say before which year nobody withdraws", async () => {
  const bound = await concludes(hall, "memorandum-of-understanding", {
    ...memorandum,
    terms: { withdrawal: { months: 6, notBeforeYears: 2 } },
  });
  await entersIntoForce(hall, bound, "2027-09-14T09:00:00+05:00");
  expect((await refused(hall.of("KR"), bound, "notices", { kind: "withdrawal" }))[1]).toBe(
    "act-impossible-then",
  );
  await hall.at("2029-09-13T09:00:00+05:00");
  await withdraws(hall.of("KR"), bound);
});

test("one officer neither suspends, resumes, renews nor ends an agreement for all its parties", async () => {
  const all = await concludes(hall, "memorandum-of-understanding", memorandum);
  await entersIntoForce(hall, all, "2029-09-14T09:00:00+05:00");
  const [officer] = hall.officers;
  const suspend = { to: "suspend", reason: "Elections." };
  expect((await refused(officer, all, "force", suspend))[1]).toBe("suspension-consent-missing");
  for (const party of ["KZ", "KR"]) {
    await takes(hall.of(party), all, "consents-to-end", { to: "suspension" });
    await takes(hall.of(party), all, "consents-to-end", { to: "termination" });
  }
  await proposes(officer, all, "force", suspend);
  expect(await legal(all)).toBe("inForce");
  const [{ id: proposal = "", consequence = null } = {}] = await waits(hall.officers[1], all);
  expect(consequence?.legal).toBe("suspended");
  await takes(hall.officers[1], all, "proposal-confirmations", { proposal });
  expect(await legal(all)).toBe("suspended");
  for (const party of ["KZ", "KR"]) {
    await takes(hall.of(party), all, "consents-to-end", { to: "resumption" });
  }
  await seconded(hall.officers, all, "force", { to: "resume", reason: "They are over." });
  await seconded(hall.officers, all, "force", { to: "terminate", reason: "Both agree." });
  expect(await legal(all)).toBe("terminated");
});
