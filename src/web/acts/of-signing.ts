import type { Agreement } from "../api/agreement.ts";
import { firstRecord } from "./first-record.ts";
import { form, given, list, text, today, type Values, whyNow } from "./form.ts";

const authorised = ["negotiate", "adopt", "authenticate", "sign"] as const;
const offices = [
  "head-of-state",
  "head-of-government",
  "foreign-minister",
  "ambassador",
  "delegate",
  "head-of-body",
  "executive-head",
] as const;
const ways = ["sign", "accede"] as const;
export const consents = ["definitive", "ad-referendum", "subject-to-ratification"] as const;

const one = <Option extends string>(values: Values, name: string, options: readonly Option[]) =>
  options.find((option) => option === text(values, name));

/** Forms about authority, the period of signing, and signatures in ink. */
export const ofSigning = [
  form("present-credentials", {
    fields: [
      { name: "party", kind: "party" },
      { name: "person", kind: "person" },
      { name: "kind", kind: "choice", options: ["full-powers", "ex-officio"] },
      { name: "office", kind: "choice", options: offices, optional: true },
      { name: "acts", kind: "choices", options: authorised, optional: true },
      { name: "issuedBy", kind: "line" },
      { name: "signedBy", kind: "line" },
      { name: "instrument", kind: "line" },
      { name: "place", kind: "line" },
      { name: "issuedOn", kind: "day" },
      { name: "validUntil", kind: "day", optional: true },
      { name: "restrictions", kind: "words", optional: true },
      { name: "holder", kind: "line", optional: true },
      { name: "form", kind: "choice", options: ["original", "copy"] },
      { name: "file", kind: "file", optional: true },
    ],
    initial: ({ title }) => ({
      kind: "full-powers",
      acts: ["sign"],
      form: "original",
      instrument: title.en ?? Object.values(title)[0] ?? "",
    }),
    body: (values) => {
      const kind = one(values, "kind", ["full-powers", "ex-officio"] as const) ?? "full-powers";
      const office = one(values, "office", offices);
      const acts = authorised.filter((act) => (values.acts as string[] | undefined)?.includes(act));
      return {
        party: text(values, "party"),
        person: text(values, "person"),
        kind,
        ...(kind === "ex-officio" && office && { office }),
        ...(kind === "full-powers" && acts.length > 0 && { acts }),
        issuedBy: text(values, "issuedBy"),
        signedBy: text(values, "signedBy"),
        instrument: text(values, "instrument"),
        place: text(values, "place"),
        issuedOn: text(values, "issuedOn"),
        form: one(values, "form", ["original", "copy"] as const) ?? "copy",
        ...given(values, "validUntil"),
        ...given(values, "restrictions"),
        ...given(values, "holder"),
        ...given(values, "file"),
      };
    },
  }),
  form("verify-credentials", {
    fields: [{ name: "credential", kind: "credential" }],
    body: (values) => ({ party: text(values, "party"), credential: text(values, "credential") }),
    depends: true,
  }),
  ...(["reject-credentials", "revoke-credentials"] as const).map((act) =>
    form(act, {
      fields: [
        { name: "credential", kind: "credential" },
        { name: "reason", kind: "words" },
      ],
      body: (values) => ({
        party: text(values, "party"),
        credential: text(values, "credential"),
        reason: text(values, "reason"),
      }),
    }),
  ),
  form("open-signing", {
    fields: [
      { name: "closesAt", kind: "instant", optional: true },
      { name: "groups", kind: "groups", optional: true },
      { name: "quorum", kind: "number", optional: true },
    ],
    initial: ({ closesAt, groups, quorum }) => ({
      closesAt: closesAt ?? "",
      groups,
      quorum: quorum === null ? "" : String(quorum),
    }),
    body: (values) => {
      const groups = (values.groups as string[][] | undefined)?.filter(({ length }) => length > 0);
      const quorum = Number(text(values, "quorum"));
      return {
        ...given(values, "closesAt"),
        ...(groups && groups.length > 0 && { groups }),
        ...(quorum > 0 && { quorum }),
      };
    },
    depends: true,
  }),
  form("record-signature", {
    fields: [
      { name: "party", kind: "party" },
      { name: "person", kind: "person" },
      { name: "as", kind: "choice", options: consents },
      { name: "binding", kind: "yes" },
      { name: "on", kind: "day" },
      { name: "file", kind: "file" },
    ],
    initial: async (agreement) => (await firstRecord(agreement)) ?? ownRecord(agreement),
    body: (values, { original }) => ({
      party: text(values, "party"),
      signatory: text(values, "person"),
      original: original ?? "",
      as: one(values, "as", consents) ?? "definitive",
      binding: values.binding === true,
      on: text(values, "on"),
      scan: text(values, "file"),
    }),
    depends: true,
  }),
  form("confirm", {
    fields: [
      { name: "party", kind: "party" },
      { name: "authority", kind: "line" },
      { name: "on", kind: "day" },
      { name: "file", kind: "file", optional: true },
      { name: "whyNow", kind: "words", optional: true },
    ],
    initial: (agreement) => ({ on: today(agreement) }),
    body: (values) => ({
      party: text(values, "party"),
      authority: text(values, "authority"),
      ...given(values, "on"),
      ...given(values, "file"),
      ...whyNow(values),
    }),
    depends: true,
  }),
  form("close-ceremony", { fields: [], body: () => ({}), depends: true }),
  form("entitle", {
    fields: [
      { name: "party", kind: "any-party" },
      { name: "ways", kind: "choices", options: ways },
      { name: "reason", kind: "words" },
    ],
    initial: ({ terms: { participation } }) => ({
      ways: ways.filter((way) =>
        way === "sign" ? participation?.signature : participation?.accession,
      ),
    }),
    body: (values) => ({
      party: text(values, "party"),
      ways: ways.filter((way) => list(values, "ways").includes(way)),
      reason: text(values, "reason"),
    }),
    depends: true,
  }),
  form("retry-seal", { fields: [], body: () => ({}) }),
];

function ownRecord(agreement: Agreement): Values {
  const { parties, terms } = agreement;
  const next = parties.find(({ signed }) => signed === null);
  return {
    party: next?.code ?? "",
    person: next?.signatory?.id ?? "",
    as: terms.consent[0] ?? "definitive",
    binding: terms.binding,
    on: today(agreement),
  };
}
