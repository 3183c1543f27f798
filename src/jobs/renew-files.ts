import { reportRenewed } from "#src/agreements/service/report-renewed.ts";
import { lastRenewal } from "#src/archive/newest.ts";
import type { Context } from "#src/context.ts";
import { lifeOf, renewFile } from "#src/pdf/renew.ts";
import type { Timestamping } from "#src/pdf/seal.ts";

/** The result for one sealed file. */
export type Outcome = {
  reference: string;
  kind: "sealed" | "evidence" | "paper";
  /** The current file, and when its newest timestamp expires. */
  digest: string;
  until: Date | null;
  outcome: "renewed" | "not due" | "failed";
  reason?: string;
};

type Due = { timestamping: Timestamping; at: Date; days: number };

/**
 * Adds a timestamp to every sealed file whose newest one expires within this many days, or that has none of its own.
 * Stores and reports each before the next begins. A file that cannot be renewed does not stop the others.
 */
export async function renewFiles(ctx: Context, due: Due): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const file of await sealedFiles(ctx)) outcomes.push(await renewOne(ctx, file, due));
  return outcomes;
}

type SealedFile = Awaited<ReturnType<typeof sealedFiles>>[number];

async function sealedFiles({ db }: Context) {
  const seals = await db
    .selectFrom("seals")
    .innerJoin("agreements", "agreements.id", "seals.agreement")
    .select(["agreement", "number", "digest", "reference"])
    .orderBy("seals.at")
    .execute();
  const annexes = await db
    .selectFrom("annexes")
    .innerJoin("agreements", "agreements.id", "annexes.agreement")
    .select(["agreement", "number", "digest", "reference"])
    .orderBy("annexes.at")
    .execute();
  const papers = await db
    .selectFrom("papers")
    .innerJoin("agreements", "agreements.id", "papers.agreement")
    .select(["agreement", "number", "digest", "reference"])
    .orderBy("papers.at")
    .execute();
  return [
    ...seals.map((seal) => ({ ...seal, kind: "sealed" as const })),
    ...annexes.map((annex) => ({ ...annex, kind: "evidence" as const })),
    ...papers.map((paper) => ({ ...paper, kind: "paper" as const })),
  ];
}

async function renewOne(ctx: Context, file: SealedFile, due: Due): Promise<Outcome> {
  const { agreement, number, digest: base, reference, kind } = file;
  const last = await lastRenewal(ctx.db, base);
  const from = last?.digest ?? base;
  const of = { reference, kind };
  let until = last?.until ?? null;
  try {
    const bytes = await ctx.objects.get(from);
    if (!bytes) throw new Error("The file is missing from the store.");
    until ??= lifeOf(bytes, due);
    if (until && until.getTime() - due.at.getTime() > due.days * 86_400_000) {
      return { ...of, digest: from, until, outcome: "not due" };
    }
    const renewed = await renewFile(bytes, due);
    const digest = await ctx.objects.put(renewed.pdf);
    const position = (last?.position ?? 0) + 1;
    const { until: next } = renewed;
    await reportRenewed(ctx, { agreement, number, base, position, from, digest, until: next });
    return { ...of, digest, until: next, outcome: "renewed" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...of, digest: from, until, outcome: "failed", reason };
  }
}
