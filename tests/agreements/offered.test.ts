import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openDemoSession } from "#src/accounts/demo-session.ts";
import { readFacts } from "#src/agreements/facts.ts";
import { approve } from "#src/agreements/text/approve.ts";
import { findPerson } from "#src/people/find.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { codeOf } from "#tests/support/problem.ts";
import {
  bringToOriginal,
  circulate,
  draft,
  openForSigning,
  shownOriginal,
  signFor,
  told,
} from "#tests/support/scenario.ts";
import { seconded } from "#tests/support/second-secretary.ts";

let office: Office;
let deputy: Awaited<ReturnType<typeof colleague>>;
let agreement: string;

beforeAll(async () => {
  office = await openOffice();
  deputy = await colleague({ en: "Deputy Example" });
});
beforeEach(async () => {
  agreement = await draft(office);
});
afterAll(() => office.close());

/** Another representative of Kazakhstan, in a session of their own. */
async function colleague(names: Record<string, string>) {
  const id = crypto.randomUUID();
  await office.db
    .insertInto("people")
    .values({
      id,
      email: `${id}@kz.example`,
      names: JSON.stringify(names),
      titles: "{}",
      language: "en",
      roles: ["representative"],
      party: "KZ",
      created_at: new Date(),
    })
    .execute();
  const token = await openDemoSession(office.db, id, new Date());
  const send = async (method: string, path: string, body?: unknown, headers = {}) =>
    office.app.request(`/api/v1${path}`, {
      method,
      headers: {
        Cookie: `depositary-session=${token}`,
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const person = await findPerson(office.db, id);
  if (!person) throw new Error("The colleague was not put in.");
  return { id, person, send };
}

type Offered = { act: string; allowed: boolean; blockedBy: { guard: string }[] };
type Sender = { send(method: string, path: string, body?: unknown): Promise<Response> };

async function offered(who: Sender, act: string): Promise<[boolean, string[]] | null> {
  const seen = (await (await who.send("GET", `/agreements/${agreement}`)).json()) as {
    acts: Offered[];
  };
  const found = seen.acts.find((one) => one.act === act);
  return found ? [found.allowed, found.blockedBy.map(({ guard }) => guard)] : null;
}

async function waits(who: Sender): Promise<string[]> {
  const { items } = (await (await who.send("GET", "/waiting")).json()) as {
    items: { agreement?: { id: string }; id?: string; acts?: string[] }[];
  };
  return items.flatMap((item) =>
    JSON.stringify(item).includes(agreement) ? [JSON.stringify(item)] : [],
  );
}

async function outcome(answer: Response): Promise<[number, string]> {
  const { type, stage } = (await answer.json()) as { type?: string; stage?: string };
  return [answer.status, type ? codeOf({ type }) : (stage ?? "")];
}

test("signing is offered to the designated signatory alone, and refused to a colleague before the passkey", async () => {
  await openForSigning(office, agreement);
  const signatory = office.as("representative", "KZ");
  expect(await offered(signatory, "sign")).toEqual([true, []]);
  expect(await offered(deputy, "sign")).toEqual([false, ["designated-signatory"]]);
  expect((await waits(signatory)).join()).toContain('"sign"');
  expect((await waits(deputy)).join()).not.toContain('"sign"');
  const shown = { original: shownOriginal, binding: false };
  const path = `/agreements/${agreement}/signatures/options`;
  expect(await outcome(await deputy.send("POST", path, shown))).toEqual([403, "not-the-signatory"]);
  const asked = await told(office, agreement, signatory);
  const seen = { "If-Match": `"${asked.version}"` };
  expect(
    await outcome(await deputy.send("POST", `/agreements/${agreement}/signatures`, shown, seen)),
  ).toEqual([403, "not-the-signatory"]);
});

test("a signatory who has left is replaced while signing is open, and what others signed stands", async () => {
  await openForSigning(office, agreement);
  await signFor(office, agreement, "AE");
  const officer = office.as("legal-officer");
  const change = { party: "KZ", signatory: deputy.id };
  expect((await officer.act(agreement, "designations", change)).status).toBe(201);
  expect((await readFacts(office.db, agreement)).signedBy).toEqual(["AE"]);
  expect(await offered(office.as("representative", "KZ"), "sign")).toEqual([
    false,
    ["designated-signatory"],
  ]);
  const record = await office.db
    .selectFrom("evidence")
    .select(["act", "detail"])
    .where("agreement", "=", agreement)
    .orderBy("seq", "desc")
    .executeTakeFirstOrThrow();
  expect(record).toEqual({ act: "designate", detail: change });
  const { version } = await told(office, agreement, officer);
  const signed = await deputy.send(
    "POST",
    `/agreements/${agreement}/signatures`,
    { original: shownOriginal, binding: false },
    { "If-Match": `"${version}"` },
  );
  expect(await outcome(signed)).toEqual([201, "sign.sealing"]);
});

test("the signatory of a party that has signed is not replaced", async () => {
  await openForSigning(office, agreement);
  await signFor(office, agreement, "AE");
  const change = { party: "AE", signatory: office.as("representative", "AE").person.id };
  const answer = await office.as("legal-officer").act(agreement, "designations", change);
  expect(await outcome(answer)).toEqual([409, "already-signed"]);
});

test.each([
  ["is suspended", { state: "suspended" }],
  ["moves to another party", { party: "AE" }],
  ["is no representative any more", { roles: ["legal-officer"], party: null }],
])(
  "a signatory who %s before signing is one no more, and another is asked for",
  async (_, change) => {
    const leaver = await colleague({ en: "Leaver Example" });
    const designation = { party: "KZ", signatory: leaver.id };
    await openForSigning(office, agreement);
    const officer = office.as("legal-officer");
    await officer.act(agreement, "designations", designation);
    const at = { "If-Match": `"${(await told(office, agreement, officer)).version}"` };
    const changed = office.as("secretariat").send("PATCH", `/people/${leaver.id}`, change);
    await seconded(office, await changed);

    const view = await officer.get<{ parties: { code: string; signatory: object | null }[] }>(
      `/agreements/${agreement}`,
    );
    expect(view.parties.map(({ code, signatory }) => [code, signatory !== null])).toEqual([
      ["KZ", false],
      ["AE", true],
    ]);
    const shown = { original: shownOriginal, binding: false };
    const signed = await leaver.send("POST", `/agreements/${agreement}/signatures`, shown, at);
    expect(signed.status).toBeGreaterThanOrEqual(401);
    expect((await readFacts(office.db, agreement)).signedBy).toEqual([]);
    for (const who of [officer, deputy]) expect((await waits(who)).join()).toContain('"designate"');
    const effects = await office.db
      .selectFrom("outbox")
      .select("effect")
      .where("agreement", "=", agreement)
      .orderBy("id", "desc")
      .limit(1)
      .execute();
    expect(effects).toEqual([{ effect: "announce-departure" }]);
  },
);

test("a signatory who leaves after signing has signed", async () => {
  await openForSigning(office, agreement);
  await signFor(office, agreement, "AE");
  const { person } = office.as("representative", "AE");
  const set = async (state: string) => {
    const answer = office.as("secretariat").send("PATCH", `/people/${person.id}`, { state });
    await seconded(office, await answer);
  };
  await set("suspended");
  expect((await readFacts(office.db, agreement)).signatories.AE).toBe(person.id);
  await set("active");
  await office.as("representative", "AE").reenter();
});

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
  const leaver = await colleague({ en: "Leaver Example" });
  const secretary = office.as("secretariat");
  await secretary.send("PATCH", `/people/${leaver.id}`, { state: "suspended" });
  const change = { party: "KZ", signatory: leaver.id };
  const answer = await office.as("legal-officer").act(agreement, "designations", change);
  expect(await outcome(answer)).toEqual([422, "person-is-suspended"]);
});

test.each([{}, { en: " " }, { en: "…" }])(
  "people whose names are %j are neither designated nor sign",
  async (names) => {
    const nameless = await colleague(names);
    const change = { party: "KZ", signatory: nameless.id };
    const officer = office.as("legal-officer");
    const answer = await officer.act(agreement, "designations", change);
    expect(await outcome(answer)).toEqual([422, "person-has-no-name"]);
    await openForSigning(office, agreement);
    // As a release before this one has left it.
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

test("who drafted a language is not offered to certify it, and the first officer not to be the second", async () => {
  agreement = await draft(office, { languages: ["en", "ru"] });
  await circulate(office, agreement);
  const { digest } = await readFacts(office.db, agreement);
  for (const party of ["KZ", "AE"]) {
    const asked = await told(office, agreement, office.as("representative", party));
    await approve(office.ctx, asked, { digest });
  }
  const [first, second] = [office.as("legal-officer"), office.as("legal-officer", null, 1)];
  expect(await offered(first, "certify")).toEqual([false, ["certifier-did-not-draft"]]);
  expect(await offered(second, "certify")).toEqual([true, []]);
  for (const language of ["en", "ru"]) {
    const drafted = await first.act(agreement, "concordances", { language, digest });
    expect(await outcome(drafted)).toEqual([403, "certifier-is-drafter"]);
    expect((await second.act(agreement, "concordances", { language, digest })).status).toBe(201);
  }
  expect((await first.act(agreement, "authentication", { digest })).status).toBe(201);
  expect(await offered(first, "authenticate")).toEqual([false, ["officer-has-not-authenticated"]]);
  expect(await offered(second, "authenticate")).toEqual([true, []]);
});

test("the officer who opened signing first is not offered to open it as the second", async () => {
  await bringToOriginal(office, agreement);
  expect(await offered(office.as("legal-officer"), "open-signing")).toEqual([
    false,
    ["original-typeset"],
  ]);
});
