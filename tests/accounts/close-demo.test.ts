import { afterAll, beforeAll, expect, test } from "vitest";
import { changePerson } from "#src/accounts/change-person.ts";
import { closeDemoPeople } from "#src/accounts/close-demo.ts";
import { addPerson } from "#src/accounts/invite.ts";
import { demoPeople } from "#src/people/demo-people.ts";
import { browserOf } from "#tests/support/browser.ts";
import { codeFor, lettersTo } from "#tests/support/mailbox.ts";
import { type Office, openOffice } from "#tests/support/office.ts";

let office: Office;
beforeAll(async () => {
  office = await openOffice({ demo: true });
});
afterAll(() => office.close());

const invited = (email: string) => ({
  email,
  names: { en: "Somebody" },
  titles: {},
  language: "en",
  roles: ["secretariat"] as ["secretariat"],
  party: null,
});

test("what a demonstration has let in is closed, by whatever way; who was put in by the operator is not", async () => {
  const { ctx } = office;
  const secretary = office.as("secretariat").person;
  const guest = await addPerson(ctx, secretary.id, invited("guest@ministry.example"));
  const guestOfGuest = await addPerson(ctx, guest.id, invited("second@ministry.example"));
  const own = await addPerson(ctx, null, invited("first@ministry.example"));
  const moved = await addPerson(ctx, null, invited("moved@ministry.example"));
  const confirmed = { proposedBy: guest.id, end: async () => {} };
  const was = { email: "moved@ministry.example" };
  const change = { email: "elsewhere@ministry.example", was };
  await changePerson(ctx, secretary, moved.id, change, confirmed);
  const browser = browserOf(office);
  await browser.send("POST", "/session", { demo: secretary.id });
  const asked = await browser.send("POST", "/session/codes", { email: "guest@ministry.example" });
  const { id } = (await asked.json()) as { id: string };
  const code = { id, code: await codeFor(office, "guest@ministry.example") };

  expect(await closeDemoPeople(office.db, ctx.now())).toBe(demoPeople.length + 3);

  expect((await browser.tries("GET", "/session"))[0]).toBe(401);
  expect((await office.as("legal-officer").send("GET", "/session")).status).toBe(401);
  expect((await browser.tries("POST", "/session", { code }))[0]).toBe(401);
  expect((await browser.tries("POST", "/session", { demo: secretary.id }))[0]).toBe(401);
  await browser.send("POST", "/session/codes", { email: secretary.email });
  expect(await lettersTo(office, secretary.email)).toEqual([]);
  const states = await office.db
    .selectFrom("people")
    .select(["id", "state"])
    .where("id", "in", [guest.id, guestOfGuest.id, moved.id, own.id])
    .execute();
  expect(new Map(states.map((row) => [row.id, row.state]))).toEqual(
    new Map([
      [guest.id, "suspended"],
      [guestOfGuest.id, "suspended"],
      [moved.id, "suspended"],
      [own.id, "invited"],
    ]),
  );
  expect(await closeDemoPeople(office.db, ctx.now())).toBe(0);
});
