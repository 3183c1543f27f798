import { decline } from "#src/agreements/signing/decline.ts";
import { requestChanges } from "#src/agreements/text/request-changes.ts";
import { withdraw } from "#src/agreements/text/withdraw.ts";
import { empower, fix, open, publishIt, signAll } from "./conclude.ts";
import { amend, approveBy, circulate, discuss, revise, round, settle } from "./negotiate.ts";
import { inForceStories } from "./stories-in-force.ts";
import type { Plot, Story } from "./story.ts";
import type { Table } from "./table.ts";
import { remarks } from "./words.ts";

const memorandum = {
  template: "memorandum-of-understanding",
  variables: { duration_years: 30 },
} as const;
const peers = { template: "peer-learning-arrangement", variables: {} } as const;
const open_ = { open: true } as const;
const few: Plot["languages"] = [
  [5, "en ru"],
  [3, "en ar"],
  [2, "en fr"],
];

const settled = async (table: Table) => {
  await circulate(table);
  await discuss(table, { done: true });
  await settle(table);
};

/** People still work on these. Their weights make about one in twenty. */
const underWay: Plot[] = [
  {
    ...memorandum,
    ...open_,
    name: "draft",
    weight: 8,
    stage: "draft.editing",
    parties: 2,
    languages: few,
    tell: async (table) => revise(table, 0),
  },
  {
    ...memorandum,
    ...open_,
    name: "circulated",
    weight: 12,
    stage: "review.circulated",
    parties: 3,
    languages: few,
    tell: async (table) => {
      await circulate(table);
      await discuss(table, { done: false });
      await approveBy(table, table.parties.slice(0, 1));
    },
  },
  {
    ...peers,
    ...open_,
    name: "reconciling",
    weight: 8,
    stage: "review.reconciling",
    parties: 3,
    languages: few,
    tell: async (table) => {
      await circulate(table);
      await round(table, 0);
      await approveBy(table, table.parties.slice(0, 1));
      const asking = table.cast.of(table.parties[1]!);
      await table.take(asking, requestChanges, { reason: remarks[4]! });
      await table.work();
    },
  },
  {
    ...peers,
    ...open_,
    name: "concordance",
    weight: 4,
    stage: "review.concordance",
    parties: 2,
    languages: [[1, "en ru ar"]],
    tell: async (table) => {
      await circulate(table);
      await approveBy(table, table.parties);
    },
  },
  {
    ...memorandum,
    ...open_,
    name: "settled",
    weight: 4,
    stage: "review.settled",
    parties: 4,
    languages: [[1, "en ru"]],
    tell: settled,
  },
  {
    ...peers,
    ...open_,
    name: "authenticated",
    weight: 3,
    stage: "sign.authenticated",
    parties: 2,
    languages: [[1, "en"]],
    tell: async (table) => {
      await settled(table);
      await fix(table);
    },
  },
  {
    ...memorandum,
    ...open_,
    name: "open-for-signing",
    weight: 8,
    stage: "sign.open",
    parties: 3,
    languages: few,
    tell: async (table) => {
      await settled(table);
      await fix(table);
      await open(table);
      await signAll(table, { by: table.parties.slice(0, 1) });
    },
  },
];

/** These ended without a signed instrument. */
const ended: Plot[] = [
  {
    ...memorandum,
    name: "withdrawn",
    weight: 22,
    stage: "withdrawn",
    parties: 2,
    languages: few,
    tell: async (table) => {
      await circulate(table);
      await round(table, 1);
      await table.wait(90);
      for (const officer of table.cast.officers) {
        await table.take(officer, withdraw, { reason: "The parties no longer need it." });
      }
      await table.work();
    },
  },
  {
    ...peers,
    name: "lapsed",
    weight: 12,
    stage: "lapsed",
    parties: 4,
    languages: [[1, "en"]],
    tell: async (table) => {
      await settled(table);
      await fix(table);
      const closesAt = new Date(`${table.clock.day(30)}T16:00:00Z`);
      await open(table, { closesAt });
      await signAll(table, { by: table.parties.slice(0, 1) });
      await table.wait(40);
    },
  },
];

const concluded: Plot[] = [
  {
    ...memorandum,
    name: "published",
    weight: 200,
    stage: "publish",
    parties: 2,
    languages: [...few, [3, "en"]],
    tell: async (table) => {
      await settled(table);
      await fix(table);
      await open(table);
      await signAll(table);
      await publishIt(table);
    },
  },
  {
    ...peers,
    name: "declined-once",
    weight: 60,
    stage: "publish",
    parties: 2,
    languages: few,
    tell: async (table) => {
      await settled(table);
      await fix(table);
      await open(table);
      await table.wait(3);
      const declining = table.cast.of(table.parties[1]!);
      await table.take(declining, decline, { reason: remarks[2]! });
      await table.work();
      await amend(table, 2);
      await settle(table);
      await fix(table);
      await open(table);
      await signAll(table);
      await publishIt(table);
    },
  },
  {
    template: "joint-research-arrangement",
    variables: { entry_days: 30, withdrawal_months: 6, duration_years: 50 },
    name: "with-full-powers",
    weight: 120,
    stage: "publish",
    parties: 2,
    languages: few,
    terms: { alternat: "none" },
    tell: async (table) => {
      await settled(table);
      await empower(table);
      await fix(table);
      await open(table);
      await signAll(table, { binding: true });
      await publishIt(table);
    },
  },
];

const sets = (plot: Plot): Story[] => {
  const whole = plot.languages.reduce((sum, [weight]) => sum + weight, 0);
  return plot.languages.map(([weight, languages]) => ({
    ...plot,
    name: `${plot.name}-${languages.replaceAll(" ", "-")}`,
    weight: (plot.weight * weight) / whole,
    languages: languages.split(" "),
  }));
};

/** All histories that are copied, each in its sets of languages. */
export const stories: readonly Story[] = [
  ...underWay,
  ...ended,
  ...concluded,
  ...inForceStories(),
].flatMap(sets);
