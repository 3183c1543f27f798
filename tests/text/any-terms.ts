import fc from "fast-check";
import { meansOfConsent, statedTerms, type Terms } from "#workflows/terms.ts";

const flag = fc.boolean();
const count = fc.integer({ min: 1, max: 200 });
const days = fc.integer({ min: 0, max: 3660 });
const years = fc.integer({ min: 1, max: 100 });
const article = fc.integer({ min: 1, max: 10_000 });
const articles = fc.array(article, { minLength: 1, maxLength: 5 });
const notice = { notBeforeYears: years, atYearEnd: flag };
const day = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Any terms of the shape that the API takes, contradictory ones included. */
export const anyTerms: fc.Arbitrary<Terms> = fc.record(
  {
    binding: flag,
    authority: fc.constantFrom("full-powers", "dispensed"),
    clearance: flag,
    authentication: fc.constantFrom("officers", "initials", "signature"),
    consent: fc.subarray(["definitive", "ad-referendum", "subject-to-ratification"] as const, {
      minLength: 1,
    }) as fc.Arbitrary<Terms["consent"]>,
    consentBy: fc.subarray([...meansOfConsent], { minLength: 1 }),
    entry: fc.oneof(
      fc.record({ form: fc.constantFrom("last-signature", "last-notification", "all-consented") }),
      fc.constant({
        form: "conditions" as const,
        when: { kind: "consents" as const, needed: 2 },
        delay: { unit: "days" as const, count: 30 },
      }),
      fc.record({ form: fc.constant("fixed-date" as const), date: day }),
      fc.record({ form: fc.constant("after-last-notification" as const), days }),
      fc.record({ form: fc.constant("nth-deposit" as const), deposits: count, days }),
      fc.record({
        form: fc.constant("month-after-nth-consent" as const),
        consents: count,
        months: fc.integer({ min: 0, max: 120 }),
      }),
    ),
    provisional: fc.constantFrom("none", "from-signature"),
    reservations: fc.constantFrom("silent", "permitted", "prohibited"),
    reservationRules: fc.record(
      {
        except: articles,
        only: articles,
        authorised: flag,
        atSignature: flag,
        acceptance: fc.constantFrom("each", "all", "organ"),
        objectionMonths: fc.integer({ min: 1, max: 120 }),
        lateMonths: fc.integer({ min: 1, max: 120 }),
      },
      { requiredKeys: [] },
    ),
    territories: fc.record(
      { declarations: flag, delayDays: days },
      { requiredKeys: ["declarations"] },
    ),
    declarations: fc.array(
      fc.record({
        article,
        kind: fc.constantFrom("declaration", "authority"),
        mandatory: flag,
        title: fc.constantFrom("Jurisdiction", "Central authority").map((en) => ({ en })),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    duration: fc.oneof(
      fc.constant("unlimited" as const),
      fc.record(
        { years, renewal: fc.constantFrom("automatic", "by-decision", "none"), periodYears: years },
        { requiredKeys: ["years", "renewal"] },
      ),
    ),
    withdrawal: fc.oneof(
      fc.constantFrom("none", "silent"),
      fc.record(
        { months: fc.integer({ min: 0, max: 120 }), ...notice },
        { requiredKeys: ["months"] },
      ),
      fc.record({ days, ...notice }, { requiredKeys: ["days"] }),
    ),
    alternat: fc.constantFrom("none", "small", "large"),
    objectionDays: fc.integer({ min: 1, max: 365 }),
    accession: flag,
    amendment: fc.oneof(
      fc.constant("silent" as const),
      fc.record({ binds: fc.constantFrom("all", "acceptors") }),
      fc.record({
        binds: fc.constant("share" as const),
        of: fc.constantFrom("two-thirds", "three-quarters", "majority"),
      }),
      fc.record({
        binds: fc.constant("unless-objected" as const),
        months: count.map((n) => (n % 120) + 1),
      }),
    ),
    settlement: fc.constantFrom("silent", "negotiation", "conciliation", "arbitration", "court"),
    prevailing: fc.constantFrom(null, "en", "ru", "ar"),
    depositary: fc.constantFrom("office", "none"),
    minimumParties: fc.option(fc.integer({ min: 2, max: 200 })),
    zone: fc.constantFrom("UTC", "Asia/Almaty", "Asia/Dubai"),
    articles: fc.record(Object.fromEntries(statedTerms.map((term) => [term, article])), {
      requiredKeys: [],
    }) as fc.Arbitrary<NonNullable<Terms["articles"]>>,
  },
  {
    requiredKeys: [
      "binding",
      "authority",
      "clearance",
      "authentication",
      "consent",
      "entry",
      "provisional",
      "reservations",
      "duration",
      "withdrawal",
      "alternat",
      "objectionDays",
      "accession",
      "amendment",
      "settlement",
      "prevailing",
      "depositary",
      "minimumParties",
      "zone",
    ],
  },
);
