import { makeCorrection } from "#src/agreements/corrections/make-correction.ts";
import { proposeCorrection } from "#src/agreements/corrections/propose-correction.ts";
import { attachFile } from "#src/agreements/files/attach-file.ts";
import { confirmProposal } from "#src/agreements/force/answer-proposal.ts";
import { ingest, issueCertifiedCopy } from "#src/agreements/force/custody.ts";
import { deposit } from "#src/agreements/force/deposit.ts";
import { determineEntry } from "#src/agreements/force/determine-entry.ts";
import { agreeToEnd, changeForce } from "#src/agreements/force/end.ts";
import { giveNotice } from "#src/agreements/force/notice.ts";
import { recordRegistration, sendToUn } from "#src/agreements/registration/send.ts";
import { entryOf } from "#workflows/entry-of.ts";
import { attachment } from "./conclude.ts";
import type { Table } from "./table.ts";

/** The secretariat records the instruments that these parties deposit. */
export async function depositBy(
  table: Table,
  parties: string[],
  kind: "ratification" | "acceptance" | "accession" = "ratification",
): Promise<void> {
  const [secretary] = table.cast.secretaries;
  for (const party of parties) {
    await table.wait(11);
    const on = table.clock.day();
    await table.take(secretary, deposit, { party, kind, signedBy: "The Head of State", on });
    await table.work();
  }
}

/** These parties notify that their procedures are complete. */
export async function completeBy(table: Table, parties: string[]): Promise<void> {
  for (const party of parties) {
    await table.wait(8);
    await table.take(table.cast.of(party), giveNotice, { kind: "completion" });
    await table.work();
  }
}

/** The secretariat records the days that follow from the record, and those days come. */
export async function enterIntoForce(table: Table): Promise<void> {
  await table.wait(1);
  const dates = entryOf(await table.facts());
  if (!dates) throw new Error("The entry into force is not dated.");
  await table.take(table.cast.secretaries[0], determineEntry, dates);
  await table.work();
  const days = [dates.instrument, ...Object.values(dates.parties)].filter((day) => day !== null);
  const last = days.sort().at(-1) ?? "";
  if (last > table.clock.day()) await table.waitUntil(last);
  else await table.wait(1);
}

/** The archive takes the instrument into custody and issues a copy for each of these parties. */
export async function archive(table: Table, copiesFor: string[]): Promise<void> {
  const { archivist } = table.cast;
  await table.wait(10);
  await table.take(archivist, (ctx, asked) => ingest(ctx, asked), {});
  for (const party of copiesFor) await table.take(archivist, issueCertifiedCopy, { party });
}

/** It is registered with the United Nations. */
export async function registerIt(table: Table): Promise<void> {
  const { archivist } = table.cast;
  await table.wait(20);
  await table.take(archivist, sendToUn, {});
  await table.wait(40);
  await table.take(archivist, recordRegistration, { number: "I-00000" });
}

/** All parties agree, and two officers record that it is terminated. */
export async function terminate(table: Table): Promise<void> {
  const { cast, parties } = table;
  await table.wait(400);
  for (const party of parties) {
    await table.take(cast.of(party), agreeToEnd, { to: "termination" as const });
  }
  const [first, second] = cast.officers;
  const given = { to: "terminate" as const, reason: "All parties have agreed." };
  const { proposal } = await table.take(first, changeForce, given);
  if (proposal) await table.take(second, confirmProposal, { proposal });
  await table.work();
}

/** A party gives notice that it withdraws, on a signed paper, and the day comes. */
export async function leave(table: Table, party: string, months: number): Promise<void> {
  const { ctx, cast, clock, id } = table;
  await table.wait(200);
  const person = cast.of(party);
  const { digest: file } = await attachFile(ctx, { agreement: id, person }, attachment);
  await table.take(person, giveNotice, { kind: "withdrawal", file });
  await table.work();
  const day = clock.day();
  const [year = 0, month = 0, date = 1] = day.split("-").map(Number);
  const then = new Date(Date.UTC(year, month - 1 + months, date)).toISOString().slice(0, 10);
  await table.waitUntil(then);
}

/** A party proposes to correct a word of an article; nobody objects, and the correction is made. */
export async function correct(
  table: Table,
  change: { article: number; found: string; corrected: string; nth: number },
) {
  const { cast, parties, languages } = table;
  await table.wait(7);
  const changes = [{ language: languages[0]!, ...change }];
  const right = languages.slice(1).map((language) => ({ language, reason: "Has the plural." }));
  const given = { ground: "error" as const, reason: "A word in the singular.", changes, right };
  await table.take(cast.of(parties[0]!), proposeCorrection, given);
  await table.work();
  await table.wait(95);
  await table.take(cast.officers[0], (ctx, asked) => makeCorrection(ctx, asked), {});
  await table.work();
}
