import type { Agreement } from "../api/agreement.ts";
import { readUnRegistration, type UnAction } from "../api/un-registration.ts";
import { form, given, list, text, today, type Values } from "./form.ts";

const grounds = ["intention", "incompatibility"] as const;
const bases = ["later-treaty", "modification"] as const;
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
  form("supersede-between", {
    fields: [
      { name: "between", kind: "pair" },
      { name: "pairBasis", kind: "choice", options: bases },
      { name: "laterTitle", kind: "line" },
      { name: "laterSource", kind: "line" },
      { name: "successor", kind: "successor", optional: true },
      { name: "notifiedOn", kind: "day", optional: true },
      { name: "sameMatter", kind: "words" },
      { name: "on", kind: "day" },
      { name: "file", kind: "file", optional: true },
    ],
    initial: (agreement) => ({ pairBasis: "later-treaty", on: today(agreement) }),
    body: (values) => ({
      parties: list(values, "between"),
      basis: bases.find((one) => one === text(values, "pairBasis")) ?? "later-treaty",
      title: text(values, "laterTitle"),
      source: text(values, "laterSource"),
      reason: text(values, "sameMatter"),
      ...given(values, "successor"),
      ...given(values, "notifiedOn"),
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
    fields: [
      { name: "on", kind: "day", optional: true },
      { name: "reason", kind: "words", optional: true },
    ],
    initial: (agreement) => nextAction(agreement, ({ sent }) => sent === null),
    body: (values) => ({
      action: Number(text(values, "action")),
      reason: text(values, "reason"),
      ...given(values, "on"),
    }),
    depends: true,
  }),
  form("register-with-un", {
    fields: [
      { name: "number", kind: "line" },
      { name: "on", kind: "day", optional: true },
      { name: "volume", kind: "line", optional: true },
      { name: "certificate", kind: "file", optional: true },
    ],
    initial: (agreement) => nextAction(agreement, ({ registered }) => registered === null),
    body: (values) => ({
      action: Number(text(values, "action")),
      number: text(values, "number"),
      ...given(values, "on"),
      ...given(values, "volume"),
      ...given(values, "certificate"),
    }),
  }),
];

/** The first thing of which this is not on record yet: the treaty itself, or a later action. */
async function nextAction({ id }: Agreement, isOpen: (one: UnAction) => boolean): Promise<Values> {
  const { actions } = await readUnRegistration(id);
  return { action: String(actions.find(isOpen)?.action ?? 0) };
}
