import { afterAll, beforeAll, expect, test } from "vitest";
import {
  approves,
  attaches,
  authenticates,
  both,
  designates,
  drafts,
  empowers,
  type Hall,
  openHall,
  refused,
  seconded,
  signs,
  six,
  standings,
  takes,
  verifies,
  withdraws,
} from "./hall.ts";
import {
  adds,
  clears,
  deposits,
  foreignMinister,
  impossibleDays,
  languages,
  noticeOfEmirates,
  opensAmendment,
  partnership,
  receiver,
  recordOf,
  report,
  reserved,
  verdictOn,
  verifiedInPages,
} from "./six-parties.ts";

/**
 * One long negotiation, told in order: six parties, three languages, two rounds of changes, and everything
 * that follows signature. docs/walkthrough.md tells the same story in words.
 */
let hall: Hall;
let id = "";

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
});
afterAll(() => hall.office.close());

test("an agreement for six parties is drafted in three languages and circulated", async () => {
  id = await drafts(hall, partnership);
  await designates(hall, id, six);
  expect((await takes(hall.officers[0], id, "submissions")).stage).toBe("review.circulated");
});

test("two rounds of changes void what was approved before", async () => {
  await approves(hall, id, ["KZ", "AE"]);
  await takes(hall.of("KR"), id, "change-requests", { reason: "Name the yearly report." });
  await adds(hall, id, report);
  await takes(hall.officers[0], id, "submissions");
  await approves(hall, id, ["KZ", "AE", "HUB", "US", "KR"]);
  await takes(hall.of("EE"), id, "change-requests", { reason: "Say who receives it." });
  await adds(hall, id, receiver);
  await takes(hall.officers[0], id, "submissions");
  const { parties } = await hall.officers[0].get<{ parties: { approved: boolean }[] }>(
    `/agreements/${id}`,
  );
  expect(parties.map(({ approved }) => approved)).toEqual(six.map(() => false));
  await approves(hall, id, six);
  expect((await hall.view(id)).stage).toBe("review.concordance");
});

test("an organisation needs full powers, and a foreign minister needs none", async () => {
  const [hub, emirates] = [hall.of("HUB"), hall.of("AE")];
  const forHub = { ...foreignMinister, person: hub.person.id };
  expect(await refused(hub, id, "credentials", forHub)).toEqual([422, "office-not-exempt"]);
  const ofEmirates = { ...foreignMinister, person: emirates.person.id };
  for (const days of impossibleDays) {
    const answer = await refused(emirates, id, "credentials", { ...ofEmirates, ...days });
    expect(answer).toEqual([422, "invalid-credential-days"]);
  }
  await empowers(hall, id, "HUB", { restrictions: "Not for Article 9." });
  await takes(emirates, id, "credentials", ofEmirates);
  await verifies(hall, id, "AE");
  for (const party of ["KZ", "KR", "EE"]) await empowers(hall, id, party);
  const [page, rest] = await verifiedInPages(hall);
  expect([...page.items, ...rest.items].map(({ party }) => party).sort()).toEqual([
    "AE",
    "EE",
    "HUB",
    "KR",
    "KZ",
  ]);
  expect(rest.next).toBeNull();
  expect(standings(await hall.status(id))).toEqual({
    KZ: "credentials.verified",
    AE: "credentials.exempt",
    HUB: "credentials.verified",
    US: "invited",
    KR: "credentials.verified",
    EE: "credentials.verified",
  });
});

test("the text is certified, authenticated and typeset, and signing opens with two officers", async () => {
  await authenticates(hall, id, languages);
  await both(hall.officers, id, "signing", { closesAt: "2027-02-28T18:00:00+05:00" });
  expect((await hall.view(id)).stage).toBe("sign.open");
});

test("full powers are not clearance, and only the acts that the text foresees are taken", async () => {
  const { original } = await hall.view(id);
  const body = { original, binding: true, as: "subject-to-ratification" };
  expect(await refused(hall.of("KZ"), id, "signatures", body)).toEqual([409, "clearance-missing"]);
  await clears(hall, id);
  expect(await refused(hall.of("KZ"), id, "signatures", { ...body, as: "definitive" })).toEqual([
    422,
    "signing-form-not-provided",
  ]);
});

test("they sign: with a reservation, ad referendum, and one without authority", async () => {
  const ratified = { as: "subject-to-ratification" };
  await signs(hall, id, "KZ", ratified);
  await signs(hall, id, "AE", {
    ...ratified,
    reservations: [
      { kind: "reservation", language: "en", text: "Article 20 is not applied.", articles: [20] },
    ],
  });
  await signs(hall, id, "HUB", ratified);
  await signs(hall, id, "KR", { as: "ad-referendum" });
  await signs(hall, id, "US", ratified);
  const last = await signs(hall, id, "EE", ratified);
  expect(last.stage).toBe("sign.open");
  expect(standings(await hall.status(id))).toMatchObject({
    US: "unauthorised",
    KR: "signedAdReferendum",
    EE: "signedSubjectToRatification",
  });
});

test("a signature without authority is quarantined until the State confirms it; then all is sealed", async () => {
  const confirmed = await takes(hall.of("US"), id, "confirmations", {
    authority: "The Secretary of State",
  });
  expect(confirmed.stage).toBe("sign.sealing");
  await hall.work();
  await takes(hall.officers[0], id, "publication");
  const { stage, publish } = await hall.view(id);
  expect([stage, publish.legal, publish.dissemination]).toEqual([
    "publish",
    "notInForce",
    "published",
  ]);
});

test("the signature ad referendum is confirmed and counts as full", async () => {
  await takes(hall.of("KR"), id, "confirmations", { authority: "The Minister of Foreign Affairs" });
  expect(standings(await hall.status(id)).KR).toBe("signedSubjectToRatification");
});

test("it enters into force on the thirtieth day after the third deposit, as the secretariat confirms", async () => {
  await hall.at("2027-03-02T10:00:00+05:00");
  await deposits(hall, id, "KZ", "2027-03-01");
  await hall.at("2027-03-16T10:00:00+05:00");
  const objecting = {
    reservation: (await reserved(hall, id))?.id,
    act: "objection",
    reason: "Too wide.",
  };
  await takes(hall.of("HUB"), id, "reservation-acts", objecting);
  await deposits(hall, id, "AE", "2027-03-15", { confirms: [objecting.reservation] });
  await hall.work();
  expect((await hall.status(id)).entry).toMatchObject({ state: "waiting", missing: 1 });
  await hall.at("2027-03-29T10:00:00+05:00");
  await deposits(hall, id, "HUB", "2027-03-28");
  const { entry } = await hall.status(id);
  expect(entry).toMatchObject({
    state: "dated",
    on: "2027-04-27",
    reasons: [
      "The instrument enters into force 30 days after the deposit of the third instrument of consent.",
      expect.stringContaining("28 March 2027"),
      "The instrument enters into force on 27 April 2027.",
    ],
  });
  const parties = { KZ: "2027-04-27", AE: "2027-04-27", HUB: "2027-04-27" };
  const [secretary] = hall.secretaries;
  const early = { instrument: "2027-04-26", parties };
  expect(await refused(secretary, id, "entry-into-force", early)).toEqual([
    422,
    "dates-do-not-follow",
  ]);
  await takes(secretary, id, "entry-into-force", { instrument: "2027-04-27", parties });
  await hall.at("2027-04-26T23:59:00+05:00");
  expect((await hall.view(id)).publish.legal).toBe("notInForce");
  await hall.at("2027-04-27T00:00:00+05:00");
  expect((await hall.view(id)).publish.legal).toBe("inForce");
  expect(standings(await hall.status(id))).toMatchObject({
    KZ: "party",
    AE: "party",
    HUB: "party",
  });
});

test("a party that ratifies later is bound from its own day", async () => {
  await hall.at("2027-05-11T10:00:00+05:00");
  await deposits(hall, id, "EE", "2027-05-10");
  const { participants } = await hall.status(id);
  const own = participants.find(({ party }) => party === "EE");
  expect(own?.entry).toMatchObject({ state: "dated", on: "2027-06-09" });
  await takes(hall.secretaries[0], id, "entry-into-force", {
    instrument: "2027-04-27",
    parties: { EE: "2027-06-09" },
  });
  await hall.at("2027-06-09T08:00:00+05:00");
  expect(standings(await hall.status(id))).toMatchObject({
    EE: "party",
    KR: "signedSubjectToRatification",
  });
});

test("the reservation counts as made when it was confirmed, and each State has its own time to object", async () => {
  const found = await reserved(hall, id);
  expect(found).toMatchObject({ state: "made", effectiveOn: "2027-03-15", unconfirmed: false });
  const times = Object.fromEntries((found?.objections ?? []).map((one) => [one.party, one]));
  const notified = { circulatedOn: "2027-03-16", notifiedOn: "2027-03-16" };
  expect(times.KZ).toMatchObject({ rule: "notification", until: "2028-03-16", ...notified });
  expect(times.EE).toMatchObject({ rule: "notification", until: "2028-03-16", ...notified });
  expect(times.KR).toMatchObject({ rule: "own-consent", until: null, notBefore: "2028-03-16" });
  const objection = {
    reservation: found?.id,
    act: "objection",
    reason: "It goes to the heart of the text.",
  };
  await takes(hall.of("EE"), id, "reservation-acts", objection);
  const { items } = await hall.of("KZ").get<{ items: { act: string; due: string }[] }>("/waiting");
  const waiting = items.find(({ act }) => act === "answer-reservation");
  expect(waiting?.due).toBe("2028-03-16T19:00:00.000Z");
  await hall.at("2028-03-17T10:00:00+05:00");
  await takes(hall.of("KZ"), id, "reservation-acts", objection);
  const objections = (await reserved(hall, id))?.answers.filter(
    ({ act }) => act !== "confirmation",
  );
  expect(objections).toMatchObject([
    { party: "HUB", act: "objection" },
    { party: "EE", act: "objection" },
    { party: "KZ", act: "late-objection" },
  ]);
  await takes(hall.of("KR"), id, "reservation-acts", objection);
});

test("an amendment binds those that accepted it and nobody else", async () => {
  const amendment = await opensAmendment(hall, id);
  for (const party of ["KZ", "AE", "HUB"]) await signs(hall, amendment, party);
  expect((await hall.view(amendment)).stage).toBe("sign.open");
  await hall.at("2028-03-31T18:00:00+05:00");
  expect((await hall.view(amendment)).stage).toBe("publish");
  const { amendments } = await hall.status(id);
  expect(amendments.map(({ acceptedBy }) => acceptedBy)).toEqual([["KZ", "AE", "HUB"]]);
  expect((await hall.status(amendment)).entry).toMatchObject({ on: "2028-05-01" });
  expect(await verdictOn(hall, amendment)).toBe("VALID_NOT_IN_REGISTER");
});

test("a notice of withdrawal is revoked in time; another takes effect, and the rest stay bound", async () => {
  await withdraws(hall.of("EE"), id);
  expect(standings(await hall.status(id)).EE).toBe("noticeRunning");
  await takes(hall.of("EE"), id, "notices", { kind: "revocation" });
  const file = await attaches(hall.secretaries[0], id);
  await seconded(hall.secretaries, id, "notices", { ...noticeOfEmirates, file });
  await hall.at("2028-09-29T23:00:00+05:00");
  expect(standings(await hall.status(id)).AE).toBe("noticeRunning");
  await hall.at("2028-09-30T00:00:00+05:00");
  expect(standings(await hall.status(id))).toMatchObject({ KZ: "party", AE: "ended", EE: "party" });
  expect((await hall.view(id)).publish.legal).toBe("inForce");
  // The day of the revoked notice has come too. The sweeps do not try it again.
  const waiting = hall.office.db.selectFrom("deadlines").where("agreement", "=", id);
  const open = waiting.select("kind").where("fired_at", "is", null);
  expect((await open.execute()).filter(({ kind }) => kind.startsWith("end-part"))).toEqual([]);
});

test("the whole record is a chain that an outsider can follow", async () => {
  const entries = await recordOf(hall, id);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  for (const [index, { previous }] of entries.entries()) {
    if (index > 0) expect(previous).toBe(entries[index - 1]?.hash);
  }
});
