import type { Agreement } from "../api/agreement.ts";
import { type Act, type ActFormSpec, form, text } from "./form.ts";
import { formOf } from "./form-of.ts";

const ends = {
  "agree-to-suspension": "suspension",
  "agree-to-resumption": "resumption",
  "agree-to-renewal": "renewal",
  "agree-to-termination": "termination",
} as const;

/** The acts that only a party's representative can take. */
const own = [
  form("clear-signature", {
    fields: [
      { name: "clearedBy", kind: "line" },
      { name: "clearedUnder", kind: "line" },
    ],
    body: (values) => ({
      authority: text(values, "clearedBy"),
      reference: text(values, "clearedUnder"),
    }),
  }),
  form("declare", {
    fields: [
      { name: "language", kind: "language" },
      { name: "declaration", kind: "words" },
    ],
    initial: ({ languages }) => ({ language: languages[0] ?? "en" }),
    body: (values) => ({
      language: text(values, "language"),
      text: text(values, "declaration"),
    }),
  }),
  ...(Object.keys(ends) as (keyof typeof ends)[]).map((act) =>
    form(act, { fields: [], body: () => ({ to: ends[act] }) }),
  ),
  form("agree-to-withdrawal", { fields: [], body: () => ({}) }),
];

/** The form of an act for a representative. It has no party field, because the party is their own. */
export function partyForm(act: Act, party: string): ActFormSpec | undefined {
  const found = own.find((one) => one.act === act) ?? formOf(act);
  if (!found) return undefined;
  return {
    ...found,
    fields: found.fields.filter(({ name, office }) => name !== "party" && !office),
    initial: async (agreement: Agreement) => ({ ...(await found.initial?.(agreement)), party }),
  };
}
