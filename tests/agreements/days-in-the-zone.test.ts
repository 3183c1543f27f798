import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findAgreement } from "#src/agreements/find.ts";
import { attestationText, ownSignatureText, sealText } from "#src/pdf/seal-text.ts";
import { sealingService } from "#src/people/person.ts";
import { clockIn, instantOf } from "#src/text/clock.ts";
import { formatDate } from "#src/text/format-date.ts";
import { formatInstant, instantInFigures } from "#src/text/format-instant.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { textOf } from "../pdf/typeset/support/read-pdf.ts";
import { type Office, openOffice } from "../support/office.ts";
import { draft } from "../support/scenario.ts";
import { sealAgreement } from "../support/sealed.ts";

/** Tomorrow at 20:35 UTC, when in Almaty the day after has begun. */
const evening = new Date(
  `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T20:35:00Z`,
);
const dayInUtc = civilDate(evening.toISOString(), "UTC");
const dayInAlmaty = civilDate(evening.toISOString(), "Asia/Almaty");

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  office.ctx.now = () => evening;
});
afterAll(() => office.close());

test("signed at 20:35 UTC for Almaty: the PDF, the record, the register, the annex and the copy say one day", async () => {
  const change = { languages: ["en"], terms: { zone: "Asia/Almaty" } };
  const { id, pdf } = await sealAgreement(office, change, { published: true });
  const day = formatDate(dayInAlmaty, "en") ?? "";
  expect(dayInAlmaty).not.toBe(dayInUtc);

  const sealed = textOf(pdf).replace(/\s+/g, " ");
  for (const done of ["Signed", "Sealed"]) expect(sealed).toContain(`${done} on ${day}, 01:35`);
  expect(sealed.match(/\(Asia\/Almaty, UTC\+05:00\)/g)).toHaveLength(3);
  expect(sealed).not.toContain(formatDate(dayInUtc, "en"));

  const officer = office.as("legal-officer");
  type View = { createdOn: string; parties: { signedOn: string }[] };
  const view = await officer.get<View>(`/agreements/${id}`);
  expect(view.createdOn).toBe(dayInAlmaty);
  expect(view.parties.map(({ signedOn }) => signedOn)).toEqual([dayInAlmaty, dayInAlmaty]);
  type Participation = { inForceOn: string; participants: { signed: { on: string } }[] };
  const { participants } = await officer.get<Participation>(`/agreements/${id}/participation`);
  expect(participants.map(({ signed }) => signed.on)).toEqual([dayInAlmaty, dayInAlmaty]);
  type Entry = {
    signedOn: string;
    publishedOn: string;
    zone: string;
    parties: { signedOn: string }[];
  };
  const entry = await officer.get<Entry>(`/register/${id}`);
  expect(entry).toMatchObject({
    signedOn: dayInAlmaty,
    publishedOn: dayInAlmaty,
    zone: "Asia/Almaty",
  });
  expect(entry.parties.map(({ signedOn }) => signedOn)).toEqual([dayInAlmaty, dayInAlmaty]);

  const annex = await officer.send("GET", `/agreements/${id}/pdf?kind=evidence`);
  const evidence = textOf(new Uint8Array(await annex.arrayBuffer())).replace(/\s+/g, " ");
  expect(evidence).toContain(`Day of signature ${day}`);
  expect(evidence).toContain(`Time ${day}, 01:35:00 (Asia/Almaty, UTC+05:00)`);

  const found = async (query: string) =>
    (await officer.get<{ items: { id: string }[] }>(`/agreements?${query}`)).items.map(
      (one) => one.id,
    );
  for (const name of ["created", "published"]) {
    const [from, to] = [`${name}From`, `${name}To`];
    expect(await found(`${from}=${dayInAlmaty}&${to}=${dayInAlmaty}`)).toContain(id);
    expect(await found(`${from}=${dayInUtc}&${to}=${dayInUtc}`)).not.toContain(id);
  }

  const copy = await office.as("archivist").act(id, "certified-copies", {});
  expect(copy.status).toBe(201);
  const form = await officer.send(
    "GET",
    `/agreements/${id}/forms/certified-true-copy?serial=1&language=en`,
  );
  expect(await form.text()).toContain(day);
});

test("an agreement without a zone keeps UTC, and its PDF says UTC", async () => {
  const { pdf } = await sealAgreement(office, { languages: ["en"] }, { published: false });
  const day = formatDate(dayInUtc, "en") ?? "";
  expect(textOf(pdf).replace(/\s+/g, " ")).toContain(`Signed on ${day}, 20:35 UTC`);
});

test("the year of a reference is that of the instrument's zone", async () => {
  const { now } = office.ctx;
  office.ctx.now = () => new Date("2029-12-31T20:35:00Z");
  const referenceOf = async (zone?: string) => {
    const id = await draft(office, zone ? { terms: { zone } } : {});
    return (await findAgreement(office.db, id, sealingService)).reference;
  };
  expect(await referenceOf()).toMatch(/^DEP\/2029\//);
  expect(await referenceOf("Asia/Almaty")).toBe("DEP/2030/001");
  office.ctx.now = now;
});

test("a new agreement takes the office's zone, and an offset is no zone", async () => {
  office.ctx.zone = "Asia/Tashkent";
  const id = await draft(office);
  office.ctx.zone = "UTC";
  expect((await findAgreement(office.db, id, sealingService)).terms.zone).toBe("Asia/Tashkent");
  const { demoAgreement } = await import("#src/cli/demo-agreement.ts");
  const headers = { "Idempotency-Key": crypto.randomUUID() };
  for (const zone of ["+05:00", "Almaty", "Mars/Olympus"]) {
    const body = { ...demoAgreement, terms: { zone } };
    const answer = await office.as("legal-officer").send("POST", "/agreements", body, headers);
    expect([zone, answer.status]).toEqual([zone, 400]);
    expect(JSON.stringify(await answer.json())).toContain("/terms/zone");
  }
});

test("a signature in ink bears its own day on the PDF, and no hour", () => {
  const made = {
    field: "Party-KZ",
    party: "Kazakhstan",
    person: "Aigul",
    method: "wet-ink",
    at: evening,
  };
  const voice = { language: "en", trusted: true, zone: "Asia/Almaty" };
  const { look, reason } = attestationText({ ...made, on: "2026-11-20" }, voice);
  expect(look.lines.map(({ text }) => text)).toContain("Signed on 20 November 2026");
  expect(reason).toContain("on 20 November 2026 (");
});

const zones = [
  ...["Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kathmandu", "Asia/Kolkata", "Australia/Lord_Howe"],
  ...["Asia/Almaty", "America/St_Johns", "America/Sao_Paulo", "Europe/Kyiv", "Africa/Cairo", "UTC"],
];
const anInstant = fc.date({
  min: new Date("2000-01-01"),
  max: new Date("2090-01-01"),
  noInvalidDate: true,
});

test("in any zone and at any instant all that is printed or kept names one civil day", () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), anInstant, (zone, at) => {
      const instant = at.toISOString();
      const on = civilDate(instant, zone);
      expect(clockIn(instant, zone).day).toBe(on);
      expect(instantInFigures(at, zone).slice(0, 10)).toBe(on);
      for (const language of ["en", "ru", "ar", "kk", "fr"]) {
        const day = formatDate(on, language) ?? "";
        expect(formatInstant(at, language, { zone }).startsWith(day)).toBe(true);
        const voice = { language, trusted: true, zone };
        const made = { field: "Party-KZ", party: "P", person: "N", at };
        const texts = [
          attestationText({ ...made, method: "passkey" }, voice),
          ownSignatureText({ ...made, language, zone }, "CN"),
          sealText({ ...voice, at, reference: "R", log: null }),
        ];
        for (const { look } of texts) {
          expect(look.lines.some(({ text }) => text.includes(day))).toBe(true);
        }
      }
      // What is typed into a form in the zone comes back as it was typed.
      const { day, time } = clockIn(instant, zone);
      const back = clockIn(instantOf(`${day}T${time.slice(0, 5)}`, zone).toISOString(), zone);
      expect(`${back.day}T${back.time.slice(0, 5)}`).toBe(`${day}T${time.slice(0, 5)}`);
    }),
    { numRuns: 150 },
  );
});

test("an hour that comes twice is the first one, and one that is skipped is taken later", () => {
  // Clocks in Kyiv go back from 04:00 to 03:00 on 25 October 2026 and forward over 03:00 on 29 March.
  expect(instantOf("2026-10-25T03:30", "Europe/Kyiv").toISOString()).toBe(
    "2026-10-25T00:30:00.000Z",
  );
  expect(instantOf("2026-03-29T03:30", "Europe/Kyiv").toISOString()).toBe(
    "2026-03-29T01:30:00.000Z",
  );
  expect(instantOf("2026-11-29T01:35", "Asia/Almaty").toISOString()).toBe(
    "2026-11-28T20:35:00.000Z",
  );
});
