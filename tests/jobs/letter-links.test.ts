import { afterAll, beforeAll, expect, test } from "vitest";
import { letterNames } from "#src/agreements/service/recipients.ts";
import { sendLetters } from "#src/jobs/send-letters.ts";
import { roomOf, type SentLetter, work } from "#tests/support/jobs.ts";
import { type Office, openOffice } from "#tests/support/office.ts";
import { bringToOriginal, draft } from "#tests/support/scenario.ts";

let office: Office;
let id: string;

beforeAll(async () => {
  office = await openOffice();
  id = await draft(office);
  await bringToOriginal(office, id);
  await work(office, await roomOf(office));
  for (const nth of [0, 1]) await office.as("legal-officer", null, nth).act(id, "signing");
});
afterAll(() => office.close());

test("every kind of letter links to the page on which its recipient does what it asks", async () => {
  const sent: SentLetter[] = [];
  const room = await roomOf(office, sent);
  const place = `/agreements/${id}`;
  const links: Record<string, string[]> = {};
  for (const letter of letterNames) {
    sent.length = 0;
    const rows = office.db.selectFrom("outbox").select(["id", "agreement", "number"]);
    const task = await rows.where("agreement", "=", id).executeTakeFirstOrThrow();
    await office.db.deleteFrom("letters").execute();
    // This letter is sent only if the signatory of a party has left.
    if (letter === "signatory-departed") await moveSignatory();
    await sendLetters(room, task as never, letter, "accede");
    const found = sent.map(({ text }) => text.match(/https:\/\/depositary\.example(\S+)/)?.[1]);
    links[letter] = [...new Set(found.map((path) => path ?? "none"))].sort();
  }
  const own = [place];
  expect(links).toEqual({
    "review-requested": own,
    "changes-requested": [...own, `${place}/review`],
    "typesetting-failed": [`${place}/draft`],
    declined: own,
    withdrawn: own,
    lapsed: own,
    "signature-requested": [`${place}/sign`],
    published: [`/api/v1/register/${id}/pdf`],
    notification: own,
    "reservation-made": own,
    "signatory-departed": own,
    "confirmation-requested": own,
  });
});

/** Makes Kazakhstan's signatory a person who represents another party. */
async function moveSignatory(): Promise<void> {
  const { id: signatory } = office.as("representative", "AE").person;
  await office.db
    .updateTable("agreement_parties")
    .set({ signatory })
    .where("agreement", "=", id)
    .where("party", "=", "KZ")
    .execute();
}
