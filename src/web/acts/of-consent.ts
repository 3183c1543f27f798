import type { Agreement } from "../api/agreement.ts";
import { readParticipation } from "../api/participation.ts";
import { daysFrom, partyDays } from "./entry-days.ts";
import { form, given, list, text, today, type Values, whyNow } from "./form.ts";

const onToday = (agreement: Agreement) => ({ receivedOn: today(agreement) });
const deposits = ["ratification", "acceptance", "approval", "formal-confirmation"] as const;
const accessions = ["accession", "ratification", "acceptance", "approval"] as const;
const offices = [
  "head-of-state",
  "head-of-government",
  "foreign-minister",
  "executive-head",
  "full-powers",
] as const;

/** A notice has three days: sent, received, and made known. It counts from the day it is received (VCLT article 78). */
const notice = [
  { name: "party", kind: "party" },
  { name: "sentOn", kind: "day", optional: true },
  { name: "receivedOn", kind: "day" },
  { name: "informedOn", kind: "day", optional: true },
  { name: "file", kind: "file", optional: true },
  { name: "whyNow", kind: "words", optional: true },
] as const;

const notices = {
  "notify-completion": "completion",
  "apply-provisionally": "provisional-application",
  "end-provisional": "end-of-provisional-application",
  "give-notice": "withdrawal",
  "revoke-notice": "revocation",
  "opt-out-of-renewal": "opt-out-of-renewal",
  "revoke-opt-out": "revocation-of-opt-out",
  "withdraw-consent": "withdrawal-of-consent",
  "declare-not-to-become-party": "not-to-become-party",
} as const;

/** What every instrument says, and the day of its receipt. */
export const signedInstrument = (values: Values) => ({
  party: text(values, "party"),
  signedBy: text(values, "signedBy"),
  authority: offices.find((one) => one === text(values, "signedAs")) ?? ("full-powers" as const),
  ...(text(values, "signedAs") === "full-powers" && { fullPowers: text(values, "fullPowers") }),
  ...given(values, "dated"),
  on: text(values, "on"),
  ...given(values, "file"),
  ...whyNow(values),
});

/** The declarations typed for each article, in the language of the reservation. */
const declarationsOf = (values: Values) =>
  Object.keys(values)
    .filter((name) => name.startsWith("declared:") && text(values, name) !== "")
    .map((name) => ({
      article: Number(name.slice("declared:".length)),
      language: text(values, "reservedIn"),
      text: text(values, name),
    }));

const deposited = (values: Values) => ({
  ...signedInstrument(values),
  ...(declarationsOf(values).length > 0 && { declarations: declarationsOf(values) }),
  ...(text(values, "reserved") && { reservations: [reservationOf(values)] }),
});

/** A reservation made with an instrument. */
export const reservationOf = (values: Values) => ({
  kind: "reservation" as const,
  language: text(values, "reservedIn"),
  text: text(values, "reserved"),
});

/** The instrument received, with a reservation if it makes one (VCLT article 19). */
export const instrument = [
  { name: "signedBy", kind: "line" },
  { name: "signedAs", kind: "choice", options: offices },
  { name: "fullPowers", kind: "line", optional: true },
  { name: "dated", kind: "day", optional: true },
  { name: "on", kind: "day" },
  { name: "file", kind: "file", optional: true },
  { name: "whyNow", kind: "words", optional: true },
  { name: "reserved", kind: "words", optional: true },
  { name: "reservedIn", kind: "any-language" },
] as const;

const received = (agreement: Agreement) => ({
  signedAs: "foreign-minister",
  on: today(agreement),
  reservedIn: agreement.languages[0] ?? "en",
});

/** Forms of acts on consent after signature, entry into force and notices. */
export const ofConsent = [
  form("deposit", {
    fields: [
      { name: "party", kind: "party" },
      { name: "deposit", kind: "choice", options: deposits },
      ...instrument,
      { name: "declared", kind: "declarations", optional: true },
      { name: "confirms", kind: "confirms", optional: true },
    ],
    initial: (agreement) => ({ deposit: "ratification", ...received(agreement) }),
    body: (values) => ({
      kind: deposits.find((one) => one === text(values, "deposit")) ?? ("ratification" as const),
      ...deposited(values),
      ...(list(values, "confirms").length > 0 && { confirms: list(values, "confirms") }),
    }),
    depends: true,
  }),
  form("accede", {
    fields: [
      { name: "party", kind: "any-party" },
      { name: "titled", kind: "choice", options: accessions },
      { name: "agreed", kind: "words", optional: true },
      ...instrument,
      { name: "declared", kind: "declarations", optional: true },
    ],
    initial: (agreement) => ({ titled: "accession", ...received(agreement) }),
    body: (values) => ({
      kind: accessions.find((one) => one === text(values, "titled")) ?? ("accession" as const),
      ...given(values, "agreed"),
      ...deposited(values),
    }),
    depends: true,
  }),
  ...(Object.keys(notices) as (keyof typeof notices)[]).map((act) =>
    form(act, {
      fields: [...notice],
      initial: onToday,
      body: (values) => ({
        party: text(values, "party"),
        kind: notices[act],
        ...given(values, "sentOn"),
        ...given(values, "receivedOn"),
        ...given(values, "informedOn"),
        ...given(values, "file"),
        ...whyNow(values),
      }),
      depends: true,
    }),
  ),
  form("determine-entry", {
    fields: [
      { name: "dates", kind: "entry" },
      { name: "otherDates", kind: "words", optional: true },
    ],
    initial: async ({ id }) => daysFrom(await readParticipation(id)),
    body: (values) => {
      const reason = text(values, "otherDates");
      const instrument = text(values, "instrument");
      return { instrument, parties: partyDays(values), ...(reason && { reason }) };
    },
    // The engine may wait for what only the depositary knows; then it gives a reason.
    depends: true,
  }),
];
