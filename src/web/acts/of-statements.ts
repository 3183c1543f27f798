import type { Agreement } from "../api/agreement.ts";
import { form, given, text, today, type Values, whyNow } from "./form.ts";
import { instrument, reservationOf, signedInstrument } from "./of-consent.ts";

const effects = ["extension", "exclusion", "withdrawal"] as const;
const changes = ["made", "changed", "withdrawn"] as const;

/** A statement counts from the day on which it is received. */
const received = [
  { name: "on", kind: "day" },
  { name: "file", kind: "file", optional: true },
  { name: "whyNow", kind: "words", optional: true },
] as const;

const onToday = (agreement: Agreement) => ({
  on: today(agreement),
  language: agreement.languages[0] ?? "en",
});

const statement = (values: Values) => ({
  party: text(values, "party"),
  ...given(values, "on"),
  ...given(values, "file"),
  ...whyNow(values),
});

const bases = ["newly-independent", "separation", "uniting", "other"] as const;

/** Forms of what States notify and declare beside their consent. */
export const ofStatements = [
  form("succeed", {
    fields: [
      { name: "party", kind: "any-party" },
      { name: "predecessor", kind: "party" },
      { name: "succeededOn", kind: "day" },
      { name: "basis", kind: "choice", options: bases },
      { name: "agreedBilaterally", kind: "words", optional: true },
      ...instrument,
    ],
    initial: (agreement) => ({
      basis: "separation",
      signedAs: "foreign-minister",
      on: today(agreement),
      reservedIn: agreement.languages[0] ?? "en",
    }),
    body: (values) => ({
      kind: "succession" as const,
      ...signedInstrument(values),
      predecessor: text(values, "predecessor"),
      ...given(values, "succeededOn"),
      basis: bases.find((one) => one === text(values, "basis")) ?? ("other" as const),
      ...(text(values, "agreedBilaterally") && { agreed: text(values, "agreedBilaterally") }),
      ...(text(values, "reserved") && { reservations: [reservationOf(values)] }),
    }),
    depends: true,
  }),
  form("declare-continuity", {
    fields: [
      { name: "party", kind: "party" },
      { name: "formerName", kind: "line" },
      ...instrument.filter(({ name }) => name !== "reserved" && name !== "reservedIn"),
    ],
    initial: (agreement) => ({ signedAs: "foreign-minister", on: today(agreement) }),
    body: (values) => ({
      kind: "continuity" as const,
      ...signedInstrument(values),
      ...given(values, "formerName"),
    }),
    depends: true,
  }),
  form("declare-territory", {
    fields: [
      { name: "party", kind: "party" },
      { name: "territorial", kind: "choice", options: effects },
      { name: "territories", kind: "words" },
      { name: "declaration", kind: "words", optional: true },
      { name: "language", kind: "any-language" },
      ...received,
    ],
    initial: (agreement) => ({ territorial: "extension", ...onToday(agreement) }),
    body: (values) => ({
      ...statement(values),
      effect: effects.find((one) => one === text(values, "territorial")) ?? ("extension" as const),
      territories: text(values, "territories")
        .split("\n")
        .map((name) => name.trim())
        .filter((name) => name !== ""),
      language: text(values, "language"),
      ...(text(values, "declaration") && { text: text(values, "declaration") }),
    }),
    depends: true,
  }),
  form("declare-under-article", {
    fields: [
      { name: "party", kind: "party" },
      { name: "underArticle", kind: "rule", options: ["declaration"] },
      { name: "change", kind: "choice", options: changes },
      { name: "declaration", kind: "words", optional: true },
      { name: "language", kind: "any-language" },
      ...received,
    ],
    initial: (agreement) => ({ change: "made", ...onToday(agreement) }),
    body: (values) => ({
      ...statement(values),
      article: Number(text(values, "underArticle")),
      change: changes.find((one) => one === text(values, "change")) ?? ("made" as const),
      language: text(values, "language"),
      ...(text(values, "declaration") && { text: text(values, "declaration") }),
    }),
    depends: true,
  }),
  form("designate-authority", {
    fields: [
      { name: "party", kind: "party" },
      { name: "underArticle", kind: "rule", options: ["authority"] },
      { name: "authorityName", kind: "line" },
      { name: "address", kind: "words" },
      { name: "contact", kind: "line" },
      { name: "language", kind: "any-language" },
      { name: "from", kind: "day", optional: true },
      ...received,
    ],
    initial: onToday,
    body: (values) => ({
      ...statement(values),
      article: Number(text(values, "underArticle")),
      language: text(values, "language"),
      name: text(values, "authorityName"),
      address: text(values, "address"),
      contact: text(values, "contact"),
      ...given(values, "from"),
    }),
    depends: true,
  }),
];
