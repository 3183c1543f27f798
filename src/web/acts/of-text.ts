import { partiesInBody } from "../parties/parties-in-body.ts";
import { form, given, list, text, today, type Values, whyNow } from "./form.ts";

const votes = ["present", "votesFor", "votesAgainst", "abstaining"] as const;
const number = (values: Values, name: (typeof votes)[number]) => Number(text(values, name)) || 0;

/** Forms of acts from the draft to the authentic text. */
export const ofText = [
  form("adopt", {
    fields: [
      { name: "digest", kind: "digest" },
      { name: "on", kind: "day" },
      ...votes.map((name) => ({ name, kind: "number" as const })),
      { name: "file", kind: "file" },
      { name: "whyNow", kind: "words", optional: true },
    ],
    initial: (agreement) => ({ on: today(agreement), votesAgainst: "0", abstaining: "0" }),
    body: (values, { digest }) => ({
      digest,
      on: text(values, "on"),
      vote: {
        present: number(values, "present"),
        for: number(values, "votesFor"),
        against: number(values, "votesAgainst"),
        abstaining: number(values, "abstaining"),
      },
      file: text(values, "file"),
      ...whyNow(values),
    }),
    depends: true,
  }),
  form("submit", {
    fields: [
      { name: "respondBy", kind: "instant", optional: true },
      { name: "withoutRepresentatives", kind: "yes", optional: true },
    ],
    body: (values) => ({
      ...given(values, "respondBy"),
      withoutRepresentatives: values.withoutRepresentatives === true,
    }),
  }),
  form("change-parties", {
    fields: [{ name: "parties", kind: "parties" }],
    initial: ({ parties, order }) => ({
      parties: parties.map(({ code }) => code),
      governments: parties.flatMap(({ code, as }) => (as === "government" ? [code] : [])),
      order: order.by === "alphabetical" ? `alphabetical:${order.language}` : order.by,
    }),
    body: (values) =>
      partiesInBody({
        parties: list(values, "parties"),
        governments: list(values, "governments"),
        order: text(values, "order"),
      }),
  }),
  form("designate", {
    fields: [
      { name: "party", kind: "party" },
      { name: "person", kind: "person" },
    ],
    initial: ({ parties }) => ({ party: parties.find((one) => !one.signatory)?.code ?? "" }),
    body: (values) => ({ party: text(values, "party"), signatory: text(values, "person") }),
  }),
  form("certify", {
    fields: [
      { name: "language", kind: "language" },
      { name: "digest", kind: "digest" },
    ],
    initial: ({ languages, certified }) => ({
      language: languages.find((one) => !certified.includes(one)) ?? "",
    }),
    body: (values, { digest }) => ({ language: text(values, "language"), digest }),
    depends: true,
  }),
  form("authenticate", {
    fields: [{ name: "digest", kind: "digest" }],
    body: (_, { digest }) => ({ digest }),
  }),
  form("dismiss-difference", {
    fields: [
      { name: "difference", kind: "difference" },
      { name: "reason", kind: "words" },
    ],
    body: (values) => ({
      difference: text(values, "difference"),
      reason: text(values, "reason"),
    }),
  }),
  form("withdraw", {
    fields: [{ name: "reason", kind: "words" }],
    body: (values) => ({ reason: text(values, "reason") }),
  }),
];
