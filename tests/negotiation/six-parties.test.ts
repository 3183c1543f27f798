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
  revises,
  seconded,
  signs,
  six,
  standings,
  takes,
  verifies,
  withdraws,
} from "./hall.ts";

/**
 * One long negotiation, told in order: six parties, three languages, two rounds of changes, and everything
 * that follows signature. docs/walkthrough.md tells the same story in words.
 */
let hall: Hall;
let id = "";
const languages = ["en", "ru", "ar"];
const title = {
  en: "Partnership Agreement on Civil Service",
  ru: "Соглашение о партнерстве в сфере государственной службы",
  ar: "اتفاق شراكة في مجال الخدمة المدنية",
};

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
});
afterAll(() => hall.office.close());

const adding = (words: string) => (text: string) => text.replace(/^(## .+\n)/m, `$1\n${words}\n`);

test("an agreement for six parties is drafted in three languages and circulated", async () => {
  id = await drafts(hall, {
    template: "multilateral-partnership-agreement",
    title,
    parties: six.map((code) => ({ code })),
    languages,
    variables: { place: "Astana", entry_deposits: 3, entry_days: 30, withdrawal_months: 6 },
    clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
    terms: {
      consent: ["ad-referendum", "subject-to-ratification"],
      zone: "Asia/Almaty",
    },
  });
  await designates(hall, id, six);
  expect((await takes(hall.officers[0], id, "submissions")).stage).toBe("review.circulated");
});

test("two rounds of changes void what was approved before", async () => {
  await approves(hall, id, ["KZ", "AE"]);
  await takes(hall.of("KR"), id, "change-requests", { reason: "Name the yearly report." });
  for (const language of languages) {
    await revises(hall, id, language, adding(report[language] ?? ""));
  }
  await takes(hall.officers[0], id, "submissions");
  await approves(hall, id, ["KZ", "AE", "HUB", "US", "KR"]);
  await takes(hall.of("EE"), id, "change-requests", { reason: "Say who receives it." });
  for (const language of languages) {
    await revises(hall, id, language, adding(receiver[language] ?? ""));
  }
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
  const office = {
    kind: "ex-officio",
    office: "foreign-minister",
    issuedBy: "Office of the Minister",
    signedBy: "Head of Protocol",
    instrument: title.en,
    place: "Capital",
    issuedOn: "2027-01-05",
    form: "copy",
  };
  const forHub = { ...office, person: hub.person.id };
  expect(await refused(hub, id, "credentials", forHub)).toEqual([422, "office-not-exempt"]);
  const ofEmirates = { ...office, person: emirates.person.id };
  for (const days of [
    { issuedOn: "2072-01-05" },
    { issuedOn: "1027-01-05" },
    { validFrom: "2026-12-31" },
    { validUntil: "2027-01-06" },
    { validFrom: "2030-01-01", validUntil: "2029-12-31" },
  ]) {
    const answer = await refused(emirates, id, "credentials", { ...ofEmirates, ...days });
    expect(answer).toEqual([422, "invalid-credential-days"]);
  }
  await empowers(hall, id, "HUB", { restrictions: "Not for Article 9." });
  await takes(emirates, id, "credentials", ofEmirates);
  await verifies(hall, id, "AE");
  for (const party of ["KZ", "KR", "EE"]) await empowers(hall, id, party);
  type Page = { items: { party: string; state: string }[]; next: string | null };
  const [secretary] = hall.secretaries;
  const page = await secretary.get<Page>("/credentials?state=verified&limit=3");
  const rest = await secretary.get<Page>(`/credentials?state=verified&limit=3&cursor=${page.next}`);
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
  for (const party of six) {
    await takes(hall.of(party), id, "clearances", {
      authority: "Government of the party",
      reference: `${party}-2027/14`,
    });
  }
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

const deposits = (party: string, on: string, more: object = {}) =>
  takes(hall.secretaries[0], id, "deposits", {
    party,
    kind: "ratification",
    signedBy: "The Head of State",
    on,
    ...more,
  });

const reserved = async () =>
  (await hall.status(id)).participants.find(({ party }) => party === "AE")?.reservations[0];

test("it enters into force on the thirtieth day after the third deposit, as the secretariat confirms", async () => {
  await hall.at("2027-03-02T10:00:00+05:00");
  await deposits("KZ", "2027-03-01");
  await hall.at("2027-03-16T10:00:00+05:00");
  const objecting = { reservation: (await reserved())?.id, act: "objection", reason: "Too wide." };
  await takes(hall.of("HUB"), id, "reservation-acts", objecting);
  await deposits("AE", "2027-03-15", { confirms: [objecting.reservation] });
  await hall.work();
  expect((await hall.status(id)).entry).toMatchObject({ state: "waiting", missing: 1 });
  await hall.at("2027-03-29T10:00:00+05:00");
  await deposits("HUB", "2027-03-28");
  const { entry } = await hall.status(id);
  expect(entry).toMatchObject({
    state: "dated",
    on: "2027-04-27",
    reasons: [
      "Deposits needed: 3. Days after the last of these: 30.",
      expect.stringContaining("28 March 2027"),
      "Entry into force: 27 April 2027.",
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
  await deposits("EE", "2027-05-10");
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
  const found = await reserved();
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
  expect(await refused(hall.of("KZ"), id, "reservation-acts", objection)).toEqual([
    409,
    "objection-time-over",
  ]);
  await takes(hall.of("KR"), id, "reservation-acts", objection);
});

const report: Record<string, string> = {
  en: "A report is made every year.",
  ru: "Отчет составляется ежегодно.",
  ar: "يُعد تقرير كل سنة.",
};
const receiver: Record<string, string> = {
  en: "All Parties receive the report.",
  ru: "Отчет направляется всем Сторонам.",
  ar: "يتلقى جميع الأطراف التقرير.",
};

test("an amendment binds those that accepted it and nobody else", async () => {
  const amendment = await drafts(hall, {
    template: "protocol-of-amendment",
    title: { en: "Protocol of Amendment to the Partnership Agreement on Civil Service" },
    parties: six.map((code) => ({ code })),
    languages: ["en"],
    variables: {
      place: "Tashkent",
      amended_title: title.en,
      amended_reference: "DEP/2027/001",
      amended_place: "Astana",
      amended_date: "2027-01-10",
      amended_article: 6,
      entry_consents: 3,
      entry_months: 1,
    },
    clauses: { consent: "definitive", "entry-into-force": "month-after-nth-consent" },
    amends: id,
    terms: { authority: "dispensed", clearance: false, zone: "Asia/Almaty" },
  });
  await designates(hall, amendment, six);
  await takes(hall.officers[0], amendment, "submissions");
  await approves(hall, amendment, six);
  await authenticates(hall, amendment, ["en"]);
  const plan = { closesAt: "2028-03-31T18:00:00+05:00", quorum: 3 };
  await both(hall.officers, amendment, "signing", plan);
  for (const party of ["KZ", "AE", "HUB"]) await signs(hall, amendment, party);
  expect((await hall.view(amendment)).stage).toBe("sign.open");
  await hall.at("2028-03-31T18:00:00+05:00");
  expect((await hall.view(amendment)).stage).toBe("publish");
  const { amendments } = await hall.status(id);
  expect(amendments.map(({ acceptedBy }) => acceptedBy)).toEqual([["KZ", "AE", "HUB"]]);
  expect((await hall.status(amendment)).entry).toMatchObject({ on: "2028-05-01" });
  const sealed = await hall.of("KZ").send("GET", `/agreements/${amendment}/pdf`);
  const verdict = await hall.office.app.request("/api/v1/verifications", {
    method: "POST",
    headers: { "Content-Type": "application/pdf" },
    body: await sealed.arrayBuffer(),
  });
  expect((await verdict.json()) as { verdict: string }).toMatchObject({
    verdict: "VALID_NOT_IN_REGISTER",
  });
});

test("a notice of withdrawal is revoked in time; another takes effect, and the rest stay bound", async () => {
  await withdraws(hall.of("EE"), id);
  expect(standings(await hall.status(id)).EE).toBe("noticeRunning");
  await takes(hall.of("EE"), id, "notices", { kind: "revocation" });
  await seconded(hall.secretaries, id, "notices", {
    party: "AE",
    kind: "withdrawal",
    sentOn: "2028-03-20",
    receivedOn: "2028-03-31",
    informedOn: "2028-03-31",
    file: await attaches(hall.secretaries[0], id),
    reason: "By note verbale.",
  });
  await hall.at("2028-09-29T23:00:00+05:00");
  expect(standings(await hall.status(id)).AE).toBe("noticeRunning");
  await hall.at("2028-09-30T00:00:00+05:00");
  expect(standings(await hall.status(id))).toMatchObject({ KZ: "party", AE: "ended", EE: "party" });
  expect((await hall.view(id)).publish.legal).toBe("inForce");
  // The day of the notice that was revoked has come too, and is not tried again at each sweep.
  const waiting = hall.office.db.selectFrom("deadlines").where("agreement", "=", id);
  const open = waiting.select("kind").where("fired_at", "is", null);
  expect((await open.execute()).filter(({ kind }) => kind.startsWith("end-part"))).toEqual([]);
});

test("two of the six make a side arrangement by the alternat: each signs first in its own original", async () => {
  const side = await drafts(hall, {
    template: "joint-research-arrangement",
    title: { en: "Joint Research Arrangement", ru: "Соглашение о совместных исследованиях" },
    parties: [{ code: "KZ" }, { code: "KR" }],
    languages: ["en", "ru"],
    variables: { place: "Seoul" },
    clauses: { consent: "definitive", "entry-into-force": "last-signature" },
  });
  await designates(hall, side, ["KZ", "KR"]);
  await takes(hall.officers[0], side, "submissions");
  await approves(hall, side, ["KZ", "KR"]);
  await authenticates(hall, side, ["en", "ru"]);
  await both(hall.officers, side, "signing", {});
  for (const party of ["KZ", "KR"]) {
    await empowers(hall, side, party);
    const clearance = { authority: "The Government", reference: `${party}/2028` };
    await takes(hall.of(party), side, "clearances", clearance);
    await signs(hall, side, party);
  }
  await hall.work();
  const { stage, originals } = await hall.view(side);
  expect([stage, originals.map(({ original }) => original)]).toEqual(["publish", ["KR", "KZ"]]);
  const sealed = await Promise.all(
    ["KZ", "KR"].map(async (party) => {
      const answer = await hall.of(party).send("GET", `/agreements/${side}/pdf`);
      return [party, answer.headers.get("ETag")?.replaceAll('"', "")];
    }),
  );
  expect(Object.fromEntries(sealed)).toEqual(
    Object.fromEntries(originals.map(({ original, sealed }) => [original, sealed])),
  );
});

test("the whole record is a chain that an outsider can follow", async () => {
  const answer = await hall.archivist.send("GET", `/agreements/${id}/evidence`);
  const entries = (await answer.text())
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => JSON.parse(line) as { seq: number; previous: string; hash: string });
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  for (const [index, { previous }] of entries.entries()) {
    if (index > 0) expect(previous).toBe(entries[index - 1]?.hash);
  }
});
