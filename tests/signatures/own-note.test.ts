import { afterAll, beforeAll, expect, test } from "vitest";
import { vkeyOf } from "#src/evidence/sign-note.ts";
import { verifyExport } from "#src/evidence/verify-export.ts";
import { rsa } from "#tests/support/authority.ts";
import { announce, answerOf, type Card, cardOf, type Prepared } from "#tests/support/card.ts";
import { exportOf, fill } from "#tests/support/evidence.ts";
import type { Client } from "#tests/support/office.ts";
import { bringToOriginal, draft } from "#tests/support/scenario.ts";
import { type CardHall, openCardHall } from "./card-hall.ts";

let hall: CardHall;
beforeAll(async () => {
  hall = await openCardHall();
});
afterAll(() => hall.close());

const signs = async (who: Client, agreement: string, card: Card) => {
  const announced = await announce(who, agreement, card);
  const prepared = (await announced.json()) as Prepared;
  const path = `/signatures/${prepared.id}/cms`;
  const done = await who.send("PUT", path, answerOf(prepared, card));
  if (done.status !== 201) throw new Error(await done.text());
  return prepared.originals.map(({ original }) => original);
};

test("in an exchange of notes each card signs its party's own note, and the evidence holds", async () => {
  const agreement = await draft(hall.office, {
    parties: [{ code: "KZ" }, { code: "AE" }],
    terms: { exchange: { of: "notes" } },
  });
  await bringToOriginal(hall.office, agreement);
  await hall.work();
  await hall.openSigningOf(agreement);
  const emirati = cardOf(hall.trustFiles.of("AE"), "Mariam Al Hashimi", { key: rsa(2048) });
  expect(await signs(hall.kz, agreement, hall.card)).toEqual(["KZ"]);
  expect(await signs(hall.ae, agreement, emirati)).toEqual(["AE"]);
  await hall.work();
  expect(await hall.kz.get(`/agreements/${agreement}`)).toMatchObject({ stage: "publish" });
  await fill(hall.office);
  const text = await exportOf(hall.office, agreement);
  expect(verifyExport(text, { key: vkeyOf(hall.office.log) })).toMatchObject({
    verdict: "HOLDS",
    consents: [
      { party: "KZ", method: "certificate", stated: true },
      { party: "AE", method: "certificate", stated: true },
    ],
  });
});
