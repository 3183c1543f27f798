import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import { circulate, draft, openForSigning, shownOriginal, told } from "#tests/support/scenario.ts";
import { seconded } from "#tests/support/second-secretary.ts";
import { colleague } from "./colleague.ts";
import { outcome } from "./outcome.ts";

let office: Office;
let deputy: Awaited<ReturnType<typeof colleague>>;
let agreement: string;

beforeAll(async () => {
  office = await openOffice();
  deputy = await colleague(office, { en: "Deputy Example" });
});
beforeEach(async () => {
  agreement = await draft(office);
});
afterAll(() => office.close());

test("a text is not circulated to a party without anybody, unless the officer knows it", async () => {
  await office.db
    .insertInto("parties")
    .values({ code: "BR", kind: "state", names: '{"en":"Brazil"}', protocol_order: 900 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  agreement = await draft(office, { parties: [{ code: "KZ" }, { code: "BR" }] });
  const officer = office.as("legal-officer");
  const refused = await officer.act(agreement, "submissions");
  const problem = (await refused.json()) as { type: string; errors: object[] };
  const { errors } = problem;
  expect([refused.status, codeOf(problem)]).toEqual([409, "party-has-no-representative"]);
  expect(errors).toEqual([{ pointer: "/withoutRepresentatives", detail: "BR" }]);
  const known = { withoutRepresentatives: true };
  const answer = await officer.act(agreement, "submissions", known);
  expect(await outcome(answer)).toEqual([201, "review.circulated"]);
});

test("nobody who is suspended is designated", async () => {
  const leaver = await colleague(office, { en: "Leaver Example" });
  const secretary = office.as("secretariat");
  await secretary.send("PATCH", `/people/${leaver.id}`, { state: "suspended" });
  const change = { party: "KZ", signatory: leaver.id };
  const answer = await office.as("legal-officer").act(agreement, "designations", change);
  expect(await outcome(answer)).toEqual([422, "person-is-suspended"]);
});

test.each([{}, { en: " " }, { en: "…" }])(
  "people whose names are %j are neither designated nor sign",
  async (names) => {
    const nameless = await colleague(office, names);
    const change = { party: "KZ", signatory: nameless.id };
    const officer = office.as("legal-officer");
    const answer = await officer.act(agreement, "designations", change);
    expect(await outcome(answer)).toEqual([422, "person-has-no-name"]);
    await openForSigning(office, agreement);
    // An earlier release could leave such a designation.
    await office.db
      .updateTable("agreement_parties")
      .set({ signatory: nameless.id })
      .where("agreement", "=", agreement)
      .where("party", "=", "KZ")
      .execute();
    const { version } = await told(office, agreement, officer);
    const shown = { original: shownOriginal, binding: false };
    const seen = { "If-Match": `"${version}"` };
    const signed = await nameless.send("POST", `/agreements/${agreement}/signatures`, shown, seen);
    expect(await outcome(signed)).toEqual([422, "person-has-no-name"]);
  },
);

test("no authority is presented for a person who is suspended", async () => {
  const party = "KZ";
  const person = office.as("representative", party).person.id;
  const [secretary, other] = [office.as("secretariat"), office.as("secretariat", null, 1)];
  const id = await draft(office);
  await circulate(office, id);
  const set = async (state: string) =>
    seconded(office, await other.send("PATCH", `/people/${person}`, { state }));
  const words = { issuedBy: "Ministry", signedBy: "Minister", instrument: "Text", place: "Astana" };
  const days = { issuedOn: new Date(office.ctx.now()).toISOString().slice(0, 10) };
  const credentials = {
    party,
    person,
    kind: "full-powers",
    acts: ["sign"],
    form: "original",
    ...words,
    ...days,
  };
  await set("suspended");
  const answer = await secretary.act(id, "credentials", credentials);
  expect(await outcome(answer)).toEqual([422, "person-is-suspended"]);
  await set("active");
  expect((await secretary.act(id, "credentials", credentials)).status).toBe(201);
});

test("nobody is invited or renamed without a name that can be read", async () => {
  const secretary = office.as("secretariat");
  for (const names of [{}, { en: " " }, { en: "Dana", ru: "—" }, { en: "123" }, { en: "\u02b9" }]) {
    const wanted = { email: "n@kz.example", names, language: "en", roles: ["archivist"] };
    const invited = await secretary.send("POST", "/people", wanted);
    expect(await outcome(invited)).toEqual([422, "person-has-no-name"]);
    const renamed = await secretary.send("PATCH", `/people/${deputy.id}`, { names });
    expect(await outcome(renamed)).toEqual([422, "person-has-no-name"]);
  }
});

test("titles that are printed have letters, as names do, and both are in letters that a font prints", async () => {
  const secretary = office.as("secretariat");
  const wanted = {
    email: "t@kz.example",
    names: { en: "Dana" },
    language: "en",
    roles: ["archivist"],
  };
  for (const [change, code, pointer] of [
    [{ titles: { en: " " } }, "invalid-text", "/titles/en"],
    [{ titles: { en: "Director", ru: "…" } }, "invalid-text", "/titles/ru"],
    [{ titles: { en: "Director\u202e" } }, "invalid-text", "/titles/en"],
    [{ names: { en: "\u{10380}\u{10381}" } }, "unprintable-character", undefined],
  ] as const) {
    for (const answer of [
      await secretary.send("POST", "/people", { ...wanted, ...change }),
      await secretary.send("PATCH", `/people/${deputy.id}`, change),
    ]) {
      const { type, errors } = (await answer.json()) as {
        type: string;
        errors: { pointer?: string }[];
      };
      expect([answer.status, codeOf({ type }), errors[0]?.pointer]).toEqual([422, code, pointer]);
    }
  }
});
