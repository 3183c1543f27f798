import { answerReservation } from "#src/agreements/force/answer-reservation.ts";
import { declare } from "#src/agreements/force/declare.ts";
import { conclude } from "./conclude-story.ts";
import {
  archive,
  completeBy,
  correct,
  depositBy,
  enterIntoForce,
  leave,
  registerIt,
  terminate,
} from "./perform.ts";
import type { Plot } from "./story.ts";

const research = {
  template: "joint-research-arrangement",
  variables: { entry_days: 30, withdrawal_months: 6, duration_years: 50 },
} as const;
const memorandum = {
  template: "memorandum-of-understanding",
  variables: { duration_years: 30, notice_months: 6 },
} as const;
const partnership = {
  template: "multilateral-partnership-agreement",
  variables: { entry_deposits: 2, entry_days: 30, withdrawal_months: 6 },
  clauses: { consent: "ratification", "entry-into-force": "nth-deposit" },
} as const;
const cooperation = {
  template: "cooperation-agreement",
  variables: { entry_days: 30, withdrawal_months: 6 },
  clauses: {
    consent: "definitive",
    "entry-into-force": "after-last-notification",
    duration: "unlimited",
  },
} as const;
const dispensed = { authority: "dispensed", clearance: false } as const;
const two: Plot["languages"] = [
  [4, "en ru"],
  [3, "en ar"],
  [2, "en fr"],
  [1, "en kk ru"],
];
const one: Plot["languages"] = [[1, "en"]];
const reservation = {
  kind: "reservation" as const,
  language: "en",
  text: "Article 5 is not applied.",
  articles: [5],
};

/** Agreements that have entered into force, and what became of them. */
export const inForceStories = (): Plot[] => [
  {
    ...research,
    name: "research",
    weight: 200,
    stage: "publish",
    parties: 2,
    languages: two,
    terms: { ...dispensed, alternat: "none" },
    tell: async (table) => {
      await conclude(table, { binding: true });
      await completeBy(table, table.parties);
      await enterIntoForce(table);
    },
  },
  {
    ...memorandum,
    name: "memorandum",
    weight: 120,
    stage: "publish",
    parties: 3,
    languages: two,
    tell: async (table) => {
      await conclude(table, { rounds: 1 });
      await enterIntoForce(table);
      await archive(table, table.parties.slice(0, 2));
    },
  },
  {
    template: "peer-learning-arrangement",
    variables: { duration_years: 3 },
    name: "expired",
    calendar: true,
    weight: 50,
    stage: "publish",
    parties: 2,
    languages: two,
    tell: async (table) => {
      await conclude(table, {});
      await enterIntoForce(table);
      await table.wait(3 * 366);
    },
  },
  {
    ...research,
    name: "in-ink",
    weight: 40,
    stage: "publish",
    parties: 2,
    languages: one,
    terms: { ...dispensed, alternat: "none", authentication: "initials" },
    tell: async (table) => {
      await conclude(table, { binding: true, inInk: table.parties.slice(0, 1), fix: "initials" });
      await completeBy(table, table.parties);
      await enterIntoForce(table);
      await archive(table, table.parties);
      await registerIt(table);
    },
  },
  {
    ...cooperation,
    name: "cooperation",
    weight: 50,
    stage: "publish",
    parties: 4,
    languages: [
      [3, "en ru"],
      [1, "en ru ar"],
    ],
    terms: dispensed,
    tell: async (table) => {
      await conclude(table, { binding: true, rounds: 2 });
      await completeBy(table, table.parties);
      await enterIntoForce(table);
    },
  },
  {
    ...partnership,
    name: "partnership",
    weight: 35,
    stage: "publish",
    parties: 6,
    joins: 2,
    languages: [
      [2, "en"],
      [1, "en ru ar"],
    ],
    terms: dispensed,
    tell: async (table) => {
      const { parties, cast, joins } = table;
      const as = "subject-to-ratification" as const;
      await conclude(table, { binding: true, as, rounds: 1, reservations: [reservation] });
      await depositBy(table, parties.slice(1, 4));
      await enterIntoForce(table);
      const found = (await table.facts()).reservations[0]?.id ?? "";
      const answer = { reservation: found, act: "objection" as const, reason: "It is too wide." };
      await table.take(cast.of(parties[2]!), answerReservation, answer);
      await table.work();
      await depositBy(table, joins, "accession");
      await enterIntoForce(table);
      const words = { language: "en", text: "“Civil service” includes teachers.", articles: [1] };
      await table.take(cast.of(parties[3]!), declare, words);
      await table.work();
    },
  },
  {
    ...partnership,
    name: "partnership-with-powers",
    weight: 20,
    stage: "publish",
    parties: 10,
    languages: one,
    tell: async (table) => {
      await conclude(table, { binding: true, powers: true, as: "subject-to-ratification" });
      await depositBy(table, table.parties.slice(0, 7));
      await enterIntoForce(table);
      await archive(table, table.parties.slice(0, 3));
    },
  },
  {
    ...memorandum,
    name: "network",
    weight: 5,
    stage: "publish",
    parties: 40,
    languages: [[1, "en"]],
    tell: async (table) => {
      await conclude(table, {});
      await enterIntoForce(table);
    },
  },
  {
    ...memorandum,
    name: "network-of-twenty",
    weight: 9,
    stage: "publish",
    parties: 20,
    languages: [[1, "en ru"]],
    tell: async (table) => {
      await conclude(table, { rounds: 1 });
      await enterIntoForce(table);
    },
  },
  {
    ...research,
    name: "terminated",
    weight: 25,
    stage: "publish",
    parties: 2,
    languages: two,
    terms: { ...dispensed, alternat: "none" },
    tell: async (table) => {
      await conclude(table, { binding: true });
      await completeBy(table, table.parties);
      await enterIntoForce(table);
      await terminate(table);
    },
  },
  {
    ...memorandum,
    name: "one-has-left",
    calendar: true,
    weight: 25,
    stage: "publish",
    parties: 4,
    languages: [[1, "en ru"]],
    tell: async (table) => {
      await conclude(table, {});
      await enterIntoForce(table);
      await leave(table, table.parties[1]!, 6);
    },
  },
  {
    ...research,
    name: "corrected",
    weight: 10,
    stage: "publish",
    parties: 2,
    languages: [[1, "en fr"]],
    terms: { ...dispensed, alternat: "none" },
    tell: async (table) => {
      await conclude(table, { binding: true });
      const word = { found: "coordinator", corrected: "coordinators", nth: 1 };
      await correct(table, { article: 3, ...word });
      await completeBy(table, table.parties);
      await enterIntoForce(table);
    },
  },
];
