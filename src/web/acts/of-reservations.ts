import { form, given, text, today, type Values, whyNow } from "./form.ts";

const answers = ["acceptance", "objection"] as const;
const disputes = ["valid", "prohibited", "incompatible"] as const;
const reactions = ["approval", "opposition", "reclassification"] as const;
const communications = ["non-recognition", "dispute", "political", "reply", "other"] as const;
const parts = ["withdrawal", "narrowing", "objection-withdrawal"] as const;

/** What an officer adds who records a note of the State. */
const received = [
  { name: "on", kind: "day", office: true },
  { name: "file", kind: "file", optional: true },
] as const;
const why = { name: "whyNow", kind: "words", optional: true, office: true } as const;
const about = { name: "reservation", kind: "reservation", options: ["reservation"] } as const;
const by = { name: "answering", kind: "party", office: true } as const;
const reason = { name: "reason", kind: "words", optional: true } as const;
const onToday = (agreement: Parameters<typeof today>[0]) => ({ on: today(agreement) });

/** The State that answers; a representative answers for their own. */
const from = (values: Values) => {
  const party = text(values, "answering");
  return party === "" ? {} : { party };
};

const note = (values: Values) => ({ ...given(values, "on"), ...given(values, "file") });

const said = (values: Values) => ({
  ...from(values),
  reservation: text(values, "reservation"),
  reason: text(values, "reason"),
  ...note(values),
});

/** The numbers in a list such as `5, 6`. */
const articlesOf = (values: Values) =>
  text(values, "articles")
    .split(/[^0-9]+/)
    .filter(Boolean)
    .map(Number);

const chosen = <Option extends string>(
  values: Values,
  name: string,
  options: readonly [Option, ...Option[]],
): Option => options.find((one) => one === text(values, name)) ?? options[0];

/** Forms of acts on reservations and declarations, for the office and the parties. */
export const ofReservations = [
  form("answer-reservation", {
    fields: [
      by,
      about,
      { name: "answer", kind: "choice", options: answers },
      { name: "excludes", kind: "yes", optional: true },
      { name: "disputes", kind: "choice", options: disputes, optional: true },
      reason,
      ...received,
    ],
    initial: (agreement) => ({ answer: "acceptance", disputes: "valid", ...onToday(agreement) }),
    body: (values) => {
      const act = chosen(values, "answer", answers);
      const ground = chosen(values, "disputes", disputes);
      const isObjection = act === "objection";
      return {
        ...said(values),
        act,
        ...(isObjection && { excludes: values.excludes === true }),
        ...(isObjection && ground !== "valid" && { ground }),
      };
    },
    depends: true,
  }),
  form("withdraw-objection", {
    fields: [by, about, reason, ...received],
    initial: onToday,
    body: (values) => ({ ...said(values), act: "objection-withdrawal" as const }),
    depends: true,
  }),
  form("react-to-declaration", {
    fields: [
      by,
      { name: "reservation", kind: "reservation", options: ["declaration"] },
      { name: "reaction", kind: "choice", options: reactions },
      reason,
      ...received,
    ],
    initial: (agreement) => ({ reaction: "approval", ...onToday(agreement) }),
    body: (values) => ({ ...said(values), act: chosen(values, "reaction", reactions) }),
    depends: true,
  }),
  form("withdraw-reservation", {
    fields: [{ ...about, options: ["reservation", "declaration"] }, reason, ...received],
    initial: onToday,
    body: (values) => ({
      ...said(values),
      party: text(values, "party"),
      act: "withdrawal" as const,
    }),
    depends: true,
  }),
  form("change-reservation", {
    fields: [
      about,
      { name: "language", kind: "any-language" },
      { name: "left", kind: "words" },
      { name: "articles", kind: "line", optional: true },
      ...received,
      why,
    ],
    initial: (agreement) => ({ language: agreement.languages[0] ?? "en", ...onToday(agreement) }),
    body: (values) => ({
      party: text(values, "party"),
      reservation: text(values, "reservation"),
      language: text(values, "language"),
      text: text(values, "left"),
      articles: articlesOf(values),
      ...note(values),
      ...whyNow(values),
    }),
    depends: true,
  }),
  form("lodge-late-reservation", {
    fields: [
      by,
      { name: "language", kind: "any-language" },
      { name: "late", kind: "words" },
      { name: "articles", kind: "line", optional: true },
      { name: "replaces", kind: "reservation", options: ["reservation"], optional: true },
      ...received,
      why,
    ],
    initial: (agreement) => ({ language: agreement.languages[0] ?? "en", ...onToday(agreement) }),
    body: (values) => ({
      ...from(values),
      language: text(values, "language"),
      text: text(values, "late"),
      articles: articlesOf(values),
      ...given(values, "replaces"),
      ...note(values),
      ...whyNow(values),
    }),
    depends: true,
  }),
  form("notify-reservation", {
    fields: [about, { name: "notified", kind: "party" }, ...received, why],
    initial: onToday,
    body: (values) => ({
      party: text(values, "notified"),
      reservation: text(values, "reservation"),
      ...note(values),
      ...whyNow(values),
    }),
    depends: true,
  }),
  form("record-receipt", {
    fields: [
      { ...about, options: ["reservation", "declaration", "withdrawn"] },
      { name: "partOf", kind: "choice", options: parts },
      { name: "notified", kind: "party" },
      { name: "objector", kind: "party", optional: true },
      ...received,
      why,
    ],
    initial: (agreement) => ({ partOf: "withdrawal", ...onToday(agreement) }),
    body: (values) => ({
      party: text(values, "notified"),
      reservation: text(values, "reservation"),
      of: chosen(values, "partOf", parts),
      ...given(values, "objector"),
      ...note(values),
      ...whyNow(values),
    }),
    depends: true,
  }),
  form("record-organ-decision", {
    fields: [
      about,
      { name: "accepted", kind: "yes", optional: true },
      { name: "organ", kind: "line" },
      { name: "reference", kind: "line" },
      ...received,
      why,
    ],
    initial: onToday,
    body: (values) => ({
      reservation: text(values, "reservation"),
      accepted: values.accepted === true,
      organ: text(values, "organ"),
      reference: text(values, "reference"),
      ...note(values),
      ...whyNow(values),
    }),
    depends: true,
  }),
  form("communicate", {
    fields: [
      { name: "answering", kind: "party", office: true },
      { name: "communication", kind: "choice", options: communications },
      { name: "concerning", kind: "party", optional: true },
      { name: "subject", kind: "line", optional: true },
      { name: "language", kind: "any-language" },
      { name: "communicated", kind: "words" },
      ...received,
      why,
    ],
    initial: (agreement) => ({
      communication: "political",
      language: agreement.languages[0] ?? "en",
      ...onToday(agreement),
    }),
    body: (values) => ({
      ...from(values),
      kind: chosen(values, "communication", communications),
      ...given(values, "concerning"),
      ...given(values, "subject"),
      language: text(values, "language"),
      text: text(values, "communicated"),
      ...note(values),
      ...whyNow(values),
    }),
    depends: true,
  }),
  form("confirm-reservation", {
    fields: [about, reason],
    body: (values) => ({
      party: text(values, "party"),
      reservation: text(values, "reservation"),
      act: "confirmation" as const,
      reason: text(values, "reason"),
    }),
    depends: true,
  }),
];
