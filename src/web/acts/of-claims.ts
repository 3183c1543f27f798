import type { Agreement } from "../api/agreement.ts";
import { form, given, list, text, today, type Values, whyNow } from "./form.ts";
import { signedInstrument } from "./of-consent.ts";

const bases = ["clause", "all-agree", "some-agree"] as const;
const measures = ["termination", "suspension", "invalidity"] as const;
const answers = ["objection", "objection-withdrawal"] as const;
const grounds = [
  "internal-law",
  "restriction",
  "error",
  "fraud",
  "corruption",
  "coercion-of-representative",
  "coercion",
  "peremptory-norm",
  "breach",
  "impossibility",
  "change-of-circumstances",
] as const;
const inWords = <Prefix extends string, Name extends string>(
  prefix: Prefix,
  all: readonly Name[],
) => all.map((one) => `${prefix}-${one}` as const);
/** The numbers in a list such as `5, 6`; absent for the whole instrument. */
const articlesOf = (values: Values) => {
  const articles = text(values, "articles")
    .split(/[^0-9]+/)
    .filter(Boolean)
    .map(Number);
  return articles.length > 0 ? { articles } : {};
};

/** A party's own statement, or an officer about its receipt. */
const by = { name: "answering", kind: "party", office: true } as const;
const received = [
  { name: "on", kind: "day", office: true },
  { name: "file", kind: "file", optional: true },
  { name: "whyNow", kind: "words", optional: true, office: true },
] as const;
const claim = { name: "claim", kind: "recorded", options: ["claim"] } as const;
const onToday = (agreement: Agreement) => ({
  on: today(agreement),
  language: agreement.languages[0] ?? "en",
});
const from = (values: Values) => {
  const party = text(values, "answering");
  return {
    ...(party !== "" && { party }),
    ...given(values, "on"),
    ...given(values, "file"),
    ...whyNow(values),
  };
};

/** Forms of suspension between some of the parties, and of the procedure of VCLT articles 65 to 68. */
export const ofClaims = [
  form("suspend-between", {
    fields: [
      { name: "between", kind: "pair" },
      { name: "suspendedBy", kind: "choice", options: bases },
      { name: "suspensionTitle", kind: "line" },
      { name: "suspendedFrom", kind: "day" },
      { name: "suspendedUntil", kind: "day", optional: true },
      { name: "articles", kind: "line", optional: true },
      { name: "notifiedOn", kind: "day", optional: true },
      { name: "consultation", kind: "words", optional: true },
      { name: "reason", kind: "words" },
      { name: "file", kind: "file", optional: true },
    ],
    initial: (agreement) => ({ suspendedBy: "some-agree", suspendedFrom: today(agreement) }),
    body: (values) => ({
      parties: list(values, "between"),
      basis: bases.find((one) => one === text(values, "suspendedBy")) ?? "some-agree",
      title: text(values, "suspensionTitle"),
      from: text(values, "suspendedFrom"),
      ...(text(values, "suspendedUntil") && { until: text(values, "suspendedUntil") }),
      ...articlesOf(values),
      ...given(values, "notifiedOn"),
      ...given(values, "consultation"),
      reason: text(values, "reason"),
      ...given(values, "file"),
    }),
    depends: true,
  }),
  form("resume-between", {
    fields: [
      { name: "suspension", kind: "recorded", options: ["suspension"] },
      { name: "on", kind: "day" },
      { name: "reason", kind: "words" },
      { name: "file", kind: "file", optional: true },
    ],
    initial: (agreement) => ({ on: today(agreement) }),
    body: (values) => ({
      suspension: text(values, "suspension"),
      ...given(values, "on"),
      reason: text(values, "reason"),
      ...given(values, "file"),
    }),
    depends: true,
  }),
  form("notify-claim", {
    fields: [
      by,
      { name: "claimGround", kind: "choice", options: inWords("ground", grounds) },
      { name: "claimMeasure", kind: "choice", options: inWords("measure", measures) },
      { name: "against", kind: "party", optional: true },
      { name: "articles", kind: "line", optional: true },
      { name: "language", kind: "any-language" },
      { name: "reasons", kind: "words" },
      { name: "urgentUntil", kind: "day", optional: true },
      { name: "urgency", kind: "words", optional: true },
      ...received,
    ],
    initial: (agreement) => ({
      claimGround: "ground-breach",
      claimMeasure: "measure-suspension",
      ...onToday(agreement),
    }),
    body: (values) => ({
      ...from(values),
      ground: groundOf(values),
      measure: measureOf(values),
      ...given(values, "against"),
      ...articlesOf(values),
      language: text(values, "language"),
      text: text(values, "reasons"),
      ...(text(values, "urgentUntil") && { until: text(values, "urgentUntil") }),
      ...given(values, "urgency"),
    }),
    depends: true,
  }),
  form("answer-claim", {
    fields: [
      by,
      claim,
      { name: "claimAnswer", kind: "choice", options: answers },
      { name: "language", kind: "any-language" },
      { name: "reasons", kind: "words", optional: true },
      ...received,
    ],
    initial: (agreement) => ({ claimAnswer: "objection", ...onToday(agreement) }),
    body: (values) => ({
      ...from(values),
      claim: text(values, "claim"),
      answer: answers.find((one) => one === text(values, "claimAnswer")) ?? "objection",
      language: text(values, "language"),
      ...(text(values, "reasons") && { text: text(values, "reasons") }),
    }),
    depends: true,
  }),
  form("carry-out-claim", {
    fields: [
      by,
      claim,
      { name: "signedBy", kind: "line" },
      {
        name: "signedAs",
        kind: "choice",
        options: [
          "head-of-state",
          "head-of-government",
          "foreign-minister",
          "executive-head",
          "full-powers",
        ],
      },
      { name: "fullPowers", kind: "line", optional: true },
      { name: "dated", kind: "day", optional: true },
      { name: "effectFrom", kind: "day", optional: true },
      { name: "solution", kind: "words", optional: true },
      ...received,
    ],
    initial: (agreement) => ({ signedAs: "foreign-minister", ...onToday(agreement) }),
    body: (values) => {
      const { party: _, ...signed } = signedInstrument(values);
      return {
        ...signed,
        ...from(values),
        claim: text(values, "claim"),
        ...(text(values, "effectFrom") && { from: text(values, "effectFrom") }),
        ...given(values, "solution"),
      };
    },
    depends: true,
  }),
  form("revoke-claim", {
    fields: [by, claim, ...received],
    initial: onToday,
    body: (values) => ({ ...from(values), claim: text(values, "claim") }),
    depends: true,
  }),
];

const groundOf = (values: Values) =>
  grounds.find((one) => text(values, "claimGround") === `ground-${one}`) ?? "breach";

const measureOf = (values: Values) =>
  measures.find((one) => text(values, "claimMeasure") === `measure-${one}`) ?? "suspension";
