import type { CivilDate } from "./terms.ts";

/** Acts by which a party says something beside its consent. */
export const statementActs = [
  "succeed",
  "declare-continuity",
  "declare-territory",
  "declare-under-article",
  "designate-authority",
  "communicate",
  "notify-claim",
  "answer-claim",
  "carry-out-claim",
  "revoke-claim",
] as const;

/** A statement as status pages show it; `said` has what is public of it. */
export type StatementView = {
  act: (typeof statementActs)[number];
  on: CivilDate;
  said: Record<string, unknown>;
};

type Recorded = { act: string; on: CivilDate; said: Record<string, unknown> };

/** The statements among a party's acts, in the order of the record. */
export function statementsIn(acts: Recorded[]): StatementView[] {
  return acts.flatMap(({ act, on, said }) => {
    const known = statementActs.find((one) => one === act);
    if (known) return [{ act: known, on, said }];
    // An instrument of consent carries declarations of its own.
    const made = Array.isArray(said.declarations) ? said.declarations : [];
    return made.map((one: Record<string, unknown>) => ({
      act: "declare-under-article" as const,
      on,
      said: { ...one, change: "made" },
    }));
  });
}
