import { form, given, text, today } from "./form.ts";

const grounds = ["intention", "incompatibility"] as const;
const effects = ["termination", "suspension"] as const;
const force = { suspend: "suspend", resume: "resume", terminate: "terminate" } as const;

/** Forms of acts on publication, termination and the archive. */
export const ofLater = [
  form("publish", { fields: [], body: () => ({}) }),
  ...(Object.keys(force) as (keyof typeof force)[]).map((act) =>
    form(act, {
      fields: [
        { name: "reason", kind: "words" },
        ...(act === "terminate"
          ? [{ name: "consultation", kind: "words", optional: true } as const]
          : []),
      ],
      body: (values) => ({
        to: force[act],
        reason: text(values, "reason"),
        ...given(values, "consultation"),
      }),
      ...(act === "terminate" && { depends: true }),
    }),
  ),
  form("renew", {
    fields: [
      { name: "until", kind: "day" },
      { name: "reason", kind: "words" },
    ],
    body: (values) => ({ until: text(values, "until"), reason: text(values, "reason") }),
    depends: true,
  }),
  form("supersede", {
    fields: [
      { name: "successor", kind: "successor" },
      { name: "ground", kind: "choice", options: grounds },
      { name: "effect", kind: "choice", options: effects },
      { name: "sameMatter", kind: "words" },
      { name: "reference", kind: "line" },
      { name: "on", kind: "day" },
      { name: "file", kind: "file", optional: true },
    ],
    initial: (agreement) => ({
      ground: "intention",
      effect: "termination",
      on: today(agreement),
    }),
    body: (values) => ({
      successor: text(values, "successor"),
      ground: grounds.find((one) => one === text(values, "ground")) ?? "intention",
      effect: effects.find((one) => one === text(values, "effect")) ?? "termination",
      reason: text(values, "sameMatter"),
      reference: text(values, "reference"),
      ...given(values, "on"),
      ...given(values, "file"),
    }),
    depends: true,
  }),
  form("confirm-proposal", {
    fields: [{ name: "proposal", kind: "proposal" }],
    body: (values) => ({ proposal: text(values, "proposal") }),
    depends: true,
  }),
  form("reject-proposal", {
    fields: [
      { name: "proposal", kind: "proposal" },
      { name: "reason", kind: "words" },
    ],
    body: (values) => ({ proposal: text(values, "proposal"), reason: text(values, "reason") }),
    depends: true,
  }),
  form("issue-certified-copy", {
    fields: [{ name: "party", kind: "party", optional: true }],
    body: (values) => {
      const party = text(values, "party");
      return party ? { party } : {};
    },
  }),
  form("ingest", { fields: [], body: () => ({}) }),
  form("check-fixity", { fields: [], body: () => ({}) }),
  form("submit-to-un", {
    fields: [{ name: "reason", kind: "words", optional: true }],
    body: (values) => ({ reason: text(values, "reason") }),
    depends: true,
  }),
  form("register-with-un", {
    fields: [{ name: "number", kind: "line" }],
    body: (values) => ({ number: text(values, "number") }),
  }),
];
