import { afterAll, beforeAll, expect, test } from "vitest";
import { concludes } from "./concludes.ts";
import { type Hall, openHall, refused, takes } from "./hall.ts";

/** A consent with a reservation that all, or an organ, must accept first (VCLT article 20(2) and (3)). */
let hall: Hall;
const reservation = { kind: "reservation", language: "en", text: "Not article 5.", articles: [5] };
const treaty = {
  parties: ["KZ", "AE", "EE"],
  languages: ["en"],
  title: { en: "Partnership Agreement" },
  variables: { place: "Astana", entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
  clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
  as: "subject-to-ratification",
};

beforeAll(async () => {
  hall = await openHall("2027-01-11T09:00:00+05:00");
});
afterAll(() => hall.office.close());

async function concluded(acceptance: "all" | "organ"): Promise<string> {
  const id = await concludes(hall, "multilateral-partnership-agreement", {
    ...treaty,
    terms: { alternat: "none", reservationRules: { acceptance } },
  });
  await hall.work();
  return id;
}

const deposits = (id: string, party: string, on: string, more: object = {}) =>
  takes(hall.secretaries[0], id, "deposits", {
    party,
    kind: "ratification",
    signedBy: "The Head of State",
    on,
    ...more,
  });

async function of(id: string, party: string) {
  const status = await hall.status(id);
  const own = status.participants.find((one) => one.party === party);
  return { standing: own?.standing, entry: status.entry, id: own?.reservations[0]?.id ?? "" };
}

const answers = (id: string, party: string, act: string, of_: string) =>
  takes(hall.of(party), id, "reservation-acts", { reservation: of_, act, reason: "" });

test("the consent has effect when the last acceptance does: here an express one and silence", async () => {
  const id = await concluded("all");
  await hall.at("2027-02-01T09:00:00+05:00");
  await deposits(id, "AE", "2027-02-01", { reservations: [reservation] });
  await deposits(id, "KZ", "2027-02-01");
  await deposits(id, "EE", "2027-02-01");
  await hall.at("2027-02-02T09:00:00+05:00");
  const before = await of(id, "AE");
  expect(before.standing).toBe("awaitingAcceptance");
  // Two deposits are needed, and only two have effect.
  expect(before.entry).toMatchObject({ state: "dated", on: "2027-03-03" });
  await answers(id, "KZ", "acceptance", before.id);
  await hall.at("2027-02-03T09:00:00+05:00");
  expect((await of(id, "AE")).standing).toBe("awaitingAcceptance");
  // Estonia was notified on 1 February 2027 and may object until the same day of 2028.
  await hall.at("2028-02-02T20:00:00+05:00");
  const time = (await hall.status(id)).participants
    .find(({ party }) => party === "AE")
    ?.reservations[0]?.objections.find(({ party }) => party === "EE");
  const until = time?.until ?? "";
  await hall.at(`${until}T20:00:00+05:00`);
  expect((await of(id, "AE")).standing).toBe("awaitingAcceptance");
  await hall.at("2028-02-05T09:00:00+05:00");
  expect((await of(id, "AE")).standing).toBe("contracting");
  const late = { reservation: before.id, act: "acceptance", reason: "Too late." };
  expect((await refused(hall.of("EE"), id, "reservation-acts", late))[1]).toBe(
    "objection-time-over",
  );
  // An objection is then a communication, and the consent stands.
  await takes(hall.of("EE"), id, "reservation-acts", { ...late, act: "objection" });
  expect((await of(id, "AE")).standing).toBe("contracting");
});

test("an objection holds the consent back until it or the reservation is withdrawn", async () => {
  const id = await concluded("all");
  await hall.at("2028-03-01T09:00:00+05:00");
  await deposits(id, "AE", "2028-03-01", { reservations: [reservation] });
  await deposits(id, "KZ", "2028-03-01");
  const made = (await of(id, "AE")).id;
  await answers(id, "KZ", "objection", made);
  await hall.at("2030-03-01T09:00:00+05:00");
  expect(await of(id, "AE")).toMatchObject({
    standing: "awaitingAcceptance",
    entry: { state: "waiting" },
  });
  await takes(hall.of("AE"), id, "reservation-acts", {
    reservation: made,
    act: "withdrawal",
    reason: "",
  });
  await hall.at("2030-03-02T09:00:00+05:00");
  // The second consent with effect is of the day of the withdrawal, not of the deposit.
  expect(await of(id, "AE")).toMatchObject({
    standing: "contracting",
    entry: { state: "dated", on: "2030-03-31" },
  });
});

test("an organ decides for all, and States do not answer", async () => {
  const id = await concluded("organ");
  await hall.at("2030-04-01T09:00:00+05:00");
  await deposits(id, "AE", "2030-04-01", { reservations: [reservation] });
  await deposits(id, "KZ", "2030-04-01");
  const made = (await of(id, "AE")).id;
  const answer = { reservation: made, act: "acceptance", reason: "" };
  expect(await refused(hall.of("KZ"), id, "reservation-acts", answer)).toEqual([
    422,
    "organ-accepts-reservation",
  ]);
  const decision = {
    reservation: made,
    accepted: true,
    organ: "The Council of the Organization",
    reference: "Resolution 5 of 2030",
  };
  await takes(hall.secretaries[0], id, "organ-decisions", decision);
  expect((await refused(hall.secretaries[0], id, "organ-decisions", decision))[1]).toBe(
    "organ-decided-already",
  );
  await hall.at("2030-04-02T09:00:00+05:00");
  expect(await of(id, "AE")).toMatchObject({
    standing: "contracting",
    entry: { state: "dated", on: "2030-05-01" },
  });
});
