import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { planCeremony } from "./ceremony.ts";
import { type Ask, type DemoPlayer, Stopped } from "./player.ts";
import { draftEditing } from "./stories/draft-editing.ts";
import { publishedLeadership } from "./stories/published-leadership.ts";
import { publishedNetwork } from "./stories/published-network.ts";
import { publishedPeerLearning } from "./stories/published-peer-learning.ts";
import { reviewCirculated } from "./stories/review-circulated.ts";
import { reviewConcordance } from "./stories/review-concordance.ts";
import { reviewReconciling } from "./stories/review-reconciling.ts";
import { reviewSettled } from "./stories/review-settled.ts";
import { signOpen } from "./stories/sign-open.ts";
import { withdrawn } from "./stories/withdrawn.ts";
import { gather, tableOf } from "./table.ts";

export const stories = [
  draftEditing,
  reviewCirculated,
  publishedLeadership,
  reviewReconciling,
  signOpen,
  reviewConcordance,
  reviewSettled,
  publishedPeerLearning,
  withdrawn,
  publishedNetwork,
];

type Making = { ask: Ask; players: DemoPlayer[]; dataDir: string; signal: AbortSignal };

/**
 * Creates the demonstration's agreements, once per data folder, through the API as the demo people. If it is
 * interrupted, the next start continues: each step has its own key, so none runs twice. Returns how many it created.
 */
export async function makeDemoAgreements({
  ask,
  players,
  dataDir,
  signal,
}: Making): Promise<number> {
  const file = join(dataDir, "demo-agreements.json");
  const made = await readMade(file);
  const open = stories.filter(({ name }) => !made[name]);
  if (open.length === 0 && made.ceremony) return 0;
  try {
    const people = await gather(ask, players, signal);
    for (const { name, tell } of open) {
      made[name] = await tell(tableOf(name, people));
      await keep(file, made);
    }
    const table = tableOf("ceremony", people);
    await planCeremony(table, [made[signOpen.name] ?? "", made[reviewSettled.name] ?? ""]);
    made.ceremony = "planned";
    await keep(file, made);
    return open.length;
  } catch (error) {
    if (error instanceof Stopped) return 0;
    throw error;
  }
}

type Made = Record<string, string>;

async function readMade(file: string): Promise<Made> {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
}

/** Writes the file atomically. */
async function keep(file: string, made: Made): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`);
  await rename(`${file}.new`, file);
}
