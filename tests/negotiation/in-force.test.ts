import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes, two } from "./concludes.ts";
import { type Hall, openHall, refused, seconded, standings, takes } from "./hall.ts";

/** The life of an agreement between two, from its provisional application to its end. */
let hall: Hall;
let id = "";

beforeAll(async () => {
  hall = await openHall("2027-01-10T09:00:00+05:00");
  id = await concludes(hall, "joint-research-arrangement", {
    variables: { place: "Astana", entry_days: 30, withdrawal_months: 6, duration_years: 1 },
    clauses: {
      consent: "definitive",
      "entry-into-force": "after-last-notification",
      duration: "fixed-by-decision",
    },
    terms: { provisional: "from-signature", alternat: "none" },
    as: "definitive",
  });
});
afterAll(() => hall.office.close());

const form = async (name: string, query: string) => {
  const answer = await hall.archivist.send("GET", `/agreements/${id}/forms/${name}?${query}`);
  return { status: answer.status, text: await answer.text() };
};

test("it is applied provisionally from a party's own notice on", async () => {
  expect((await hall.view(id)).publish.legal).toBe("notInForce");
  await takes(hall.of("KZ"), id, "notices", { kind: "provisional-application" });
  expect((await hall.view(id)).publish.legal).toBe("provisional");
  await takes(hall.of("KZ"), id, "notices", { kind: "end-of-provisional-application" });
  expect((await hall.view(id)).publish.legal).toBe("notInForce");
  expect((await refused(hall.officers[0], id, "notices", { kind: "completion" }))[0]).toBe(422);
});

test("it enters into force some days after the last notification, which counts when received", async () => {
  await hall.at("2027-02-01T09:00:00+05:00");
  await takes(hall.of("KZ"), id, "notices", { kind: "completion" });
  expect(await refused(hall.of("KZ"), id, "notices", { kind: "completion" })).toEqual([
    409,
    "wrong-standing",
  ]);
  const [secretary] = hall.secretaries;
  const late = { party: "KR", kind: "completion", sentOn: "2027-01-20", receivedOn: "2027-01-19" };
  expect(await refused(secretary, id, "notices", late)).toEqual([422, "days-out-of-order"]);
  await takes(secretary, id, "notices", { ...late, receivedOn: "2027-01-30" });
  const { entry } = await hall.status(id);
  expect(entry).toMatchObject({ state: "dated", on: "2027-03-03" });
  const dates = { instrument: "2027-03-03", parties: { KZ: "2027-03-03", KR: "2027-03-03" } };
  await takes(secretary, id, "entry-into-force", dates);
  await hall.at("2027-03-03T00:00:00+05:00");
  expect(standings(await hall.status(id))).toEqual({ KZ: "party", KR: "party" });
});

test("a declaration is not a reservation, and nobody objects to it", async () => {
  const declared = { language: "en", text: "“Civil service” includes teachers.", articles: [1] };
  await takes(hall.of("KR"), id, "declarations", declared);
  const { participants } = await hall.status(id);
  const [found] = participants.find(({ party }) => party === "KR")?.reservations ?? [];
  expect(found).toMatchObject({ kind: "declaration", text: declared.text });
  const objection = { reservation: found?.id, act: "objection", reason: "Teachers are not." };
  expect((await refused(hall.of("KZ"), id, "reservation-acts", objection))[1]).toBe(
    "own-reservation",
  );
});

test("a correction waits for objections, and its procès-verbal says what is read instead", async () => {
  const changes = [
    { language: "ru", article: 3, found: "координатора", corrected: "координаторов" },
  ];
  const right = [{ language: "en", reason: "The English text has the plural." }];
  const proposal = { reason: "A word in the singular.", changes, right };
  for (const [wrong, pointer] of [
    [{ found: "слова, которых нет" }, "/changes/0/found"],
    [{ article: 99 }, "/changes/0/article"],
    [{ article: 1 }, "/changes/0/found"],
  ] as const) {
    const answer = await hall.of("KZ").act(id, "corrections", {
      ...proposal,
      changes: [{ ...changes[0], ...wrong }],
    });
    const { errors } = (await answer.json()) as { errors: { pointer: string }[] };
    expect([answer.status, errors[0]?.pointer]).toEqual([400, pointer]);
  }
  await takes(hall.of("KZ"), id, "corrections", proposal);
  expect(await refused(hall.officers[0], id, "proces-verbal-of-correction")).toEqual([
    409,
    "correction-still-open",
  ]);
  await takes(hall.of("KR"), id, "correction-objections", { reason: "The singular is meant." });
  expect((await refused(hall.officers[0], id, "proces-verbal-of-correction"))[0]).toBe(409);
  await takes(hall.officers[0], id, "corrections", proposal);
  expect((await form("proces-verbal-of-correction", "language=en")).status).toBe(404);
  await hall.at("2027-06-03T09:00:00+05:00");
  await takes(hall.officers[0], id, "proces-verbal-of-correction");
  expect((await hall.view(id)).publish.correction).toBe("corrected");
  const { text } = await form("proces-verbal-of-correction", "language=en");
  expect(text).toMatch(/Russian text, Article\s3: for “координатора” read “координаторов”/);
  expect(text).toContain("within the time which ended on 1 June 2027");
});

test("the archivist takes it into custody, checks it, and issues numbered true copies", async () => {
  const { archivist } = hall;
  expect((await refused(hall.officers[0], id, "ingestion"))[0]).toBe(403);
  await takes(archivist, id, "ingestion");
  await takes(archivist, id, "fixity-checks");
  expect((await hall.view(id)).publish.custody).toBe("fixityOk");
  await takes(archivist, id, "certified-copies", { party: "KZ" });
  await takes(archivist, id, "certified-copies", { party: "KR" });
  const { originals } = (await hall.view(id)) as unknown as {
    originals: { sealed: string }[];
  };
  const copy = await form("certified-true-copy", "language=fr&serial=2");
  expect(copy.text).toContain("Numéro d’ordre\u00a0: 2");
  expect(copy.text).toContain(originals[0]?.sealed);
  expect(copy.text).toContain("“Civil service” includes teachers.");
  expect((await form("certified-true-copy", "language=en&serial=3")).status).toBe(404);
});

test("a copy that differs from the text is corrected", async () => {
  await takes(hall.archivist, id, "certified-copy-corrections", {
    serial: 1,
    reason: "A slip of the copyist.",
    changes: [{ language: "ru", article: 3, found: "координатор", corrected: "координаторов" }],
  });
});

test("acts can be printed for signature in every language, with blanks for what is not known", async () => {
  const { items } = await hall.archivist.get<{ items: { name: string; languages: string[] }[] }>(
    "/forms",
  );
  expect(items.map(({ name }) => name)).toEqual([
    "acceptance",
    "accession",
    "approval",
    "certified-statement",
    "certified-true-copy",
    "certifying-statement",
    "confirmation-ad-referendum",
    "declaration",
    "depositary-notification",
    "formal-confirmation",
    "full-powers",
    "general-full-powers",
    "note-verbale",
    "notification-of-completion",
    "objection",
    "objection-withdrawal",
    "proces-verbal-of-copy-correction",
    "proces-verbal-of-correction",
    "proces-verbal-of-deposit",
    "proces-verbal-of-signature",
    "provisional-application",
    "ratification",
    "reservation",
    "reservation-modification",
    "reservation-withdrawal",
    "signature-page",
    "succession",
    "withdrawal",
    "withdrawal-revocation",
  ]);
  for (const { name, languages } of items) {
    for (const language of languages) {
      const { status, text } = await form(name, `language=${language}&party=KR&serial=1`);
      expect([name, language, status]).toEqual([name, language, 200]);
      expect(text).not.toMatch(/[{}]|undefined/);
    }
    const path = `/agreements/${id}/forms/${name}?language=ar&party=KR&serial=1&as=pdf`;
    const pdf = await hall.archivist.send("GET", path);
    expect(pdf.headers.get("Content-Type")).toBe("application/pdf");
    expect((await pdf.text()).slice(0, 5)).toBe("%PDF-");
  }
  expect((await form("ratification", "language=en")).status).toBe(400);
  expect((await form("ratification", "language=en&party=US")).status).toBe(400);
  expect((await form("ratification", "language=ko&party=KR")).status).toBe(422);
  expect((await form("marriage", "language=en&party=KR")).status).toBe(404);
});

test("it is registered with the United Nations once in force between two", async () => {
  await takes(hall.archivist, id, "un-submission", {});
  await takes(hall.archivist, id, "un-registration", { number: "I-99999" });
  expect((await hall.view(id)).publish.registration).toBe("registered");
});

test("it is suspended and resumed when both agree", async () => {
  const [officer] = hall.officers;
  const suspend = { to: "suspend", reason: "Elections." };
  await takes(hall.of("KZ"), id, "consents-to-end", { to: "suspension" });
  expect((await refused(officer, id, "force", suspend))[0]).toBe(409);
  await takes(hall.of("KR"), id, "consents-to-end", { to: "suspension" });
  await seconded(hall.officers, id, "force", suspend);
  expect((await hall.view(id)).publish.legal).toBe("suspended");
  const resume = { to: "resume", reason: "They are over." };
  for (const party of ["KZ", "KR"]) {
    expect((await refused(officer, id, "force", resume))[1]).toBe("agreement-missing");
    await takes(hall.of(party), id, "consents-to-end", { to: "resumption" });
  }
  await seconded(hall.officers, id, "force", resume);
  expect((await hall.view(id)).publish.legal).toBe("inForce");
});

test("it is renewed for one period by decision, and expires where nobody decides", async () => {
  const status = async () => (await hall.status(id)) as unknown as { expiresOn: string };
  expect((await status()).expiresOn).toBe("2028-03-03");
  const [officer] = hall.officers;
  expect(
    (await refused(officer, id, "renewals", { until: "2030-01-01", reason: "So decided." }))[1],
  ).toBe("wrong-renewal-period");
  const decision = { until: "2029-03-03", reason: "Decided by both in Seoul." };
  expect((await refused(officer, id, "renewals", decision))[1]).toBe("agreement-missing");
  for (const party of ["KZ", "KR"]) {
    await takes(hall.of(party), id, "consents-to-end", { to: "renewal" });
  }
  await seconded(hall.officers, id, "renewals", decision);
  // What they agreed to was this period.
  const next = { until: "2030-03-03", reason: "And again." };
  expect((await refused(officer, id, "renewals", next))[1]).toBe("agreement-missing");
  await hall.at("2028-03-03T09:00:00+05:00");
  expect((await hall.view(id)).publish.legal).toBe("inForce");
  await hall.at("2029-03-03T00:00:00+05:00");
  expect((await hall.view(id)).publish.legal).toBe("expired");
});

test("a memorandum goes on of itself, is not registered without a reason, and ends by agreement", async () => {
  const memorandum = await concludes(hall, "memorandum-of-understanding", {
    variables: { place: "Seoul", duration_years: 1 },
    as: "definitive",
  });
  await takes(hall.secretaries[0], memorandum, "entry-into-force", {
    instrument: "2029-03-03",
    parties: { KZ: "2029-03-03", KR: "2029-03-03" },
  });
  await hall.at("2029-03-04T00:00:00+05:00");
  await hall.at("2030-03-03T00:00:00+05:00");
  const status = (await hall.status(memorandum)) as unknown as { expiresOn: string };
  expect(status.expiresOn).toBe("2031-03-03");
  const un = (reason: string) =>
    hall.archivist.act(memorandum, "un-submission", reason ? { reason } : {});
  expect((await un("")).status).toBe(409);
  expect((await un("Both participants asked for it.")).status).toBe(201);
  const terminate = { to: "terminate", reason: "Replaced by a treaty." };
  expect((await refused(hall.officers[0], memorandum, "force", terminate))[0]).toBe(409);
  for (const party of two) {
    await takes(hall.of(party), memorandum, "consents-to-end", { to: "termination" });
  }
  await seconded(hall.officers, memorandum, "force", terminate);
  expect((await hall.view(memorandum)).publish.legal).toBe("terminated");
});
