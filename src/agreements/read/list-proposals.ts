import type { Db } from "#src/db/db.ts";
import type { Person } from "#src/people/person.ts";
import type { Act, ActType } from "#workflows/acts.ts";
import { civilDate } from "#workflows/civil-date.ts";
import { concerned } from "#workflows/conditions/concerned.ts";
import { consequenceOf } from "#workflows/consequence.ts";
import type { SecondPersonRule } from "#workflows/second-person.ts";
import { readFacts } from "../facts.ts";
import type { AgreementRow } from "../find.ts";
import { readLaterAgreement } from "../force/later-agreement.ts";
import { partyNouns } from "../party-names.ts";
import { stageOf } from "../stage-of.ts";
import { consequenceWords, type ForeseenConsequence } from "./consequence-words.ts";

export type ProposalView = {
  id: string;
  act: ActType;
  party: string | null;
  /** Why a second officer is needed. */
  rule: SecondPersonRule;
  state: "waiting" | "expired" | "confirmed" | "rejected";
  /** What the first officer sent. */
  given: Record<string, unknown>;
  proposedBy: string;
  at: string;
  expiresAt: string;
  /** Who confirmed or rejected it, and the reason for a rejection. */
  endedBy: string | null;
  reason: string | null;
  /** What it would bring about now; null if it no longer waits. */
  consequence: ForeseenConsequence | null;
};

/** Lists the acts that wait or waited for a second officer, newest first. Three queries. */
export async function listProposals(
  db: Db,
  row: AgreementRow,
  { person, now }: { person: Person; now: Date },
): Promise<ProposalView[]> {
  const facts = await readFacts(db, row.id);
  const rows = await db
    .selectFrom("proposals")
    .leftJoin("proposal_endings", "proposal_endings.proposal", "proposals.id")
    .select(["id", "act", "rule", "given", "expires_at", "verdict", "reason"])
    .select([
      "proposals.person as proposedBy",
      "proposals.at",
      "proposal_endings.person as endedBy",
    ])
    .where("agreement", "=", row.id)
    .orderBy("proposals.at", "desc")
    .orderBy("id")
    .limit(200)
    .execute();
  const today = civilDate(now.toISOString(), facts.terms.zone);
  const { language } = person;
  const nameOf = await partyNouns(db, row.id, language);
  // The state of another agreement may have changed since the act was recorded.
  const fresh = async (act: Act): Promise<Act> => {
    if (act.type !== "supersede") return act;
    const named = { earlier: row.id, later: act.successor, person };
    return { ...act, later: await readLaterAgreement(db, named) };
  };
  const foreseen = (act: Act): ForeseenConsequence => {
    const found = consequenceOf(stageOf(row), facts, act, today);
    return consequenceWords(found, {
      concerned: (guard) => concerned(guard, facts, act),
      language,
      nameOf,
    });
  };
  const shown = rows.map(async ({ act, expires_at, verdict, at, ...rest }) => {
    const state: ProposalView["state"] = verdict ?? (expires_at > now ? "waiting" : "expired");
    return {
      ...rest,
      act: act.type,
      party: "party" in act ? act.party : null,
      state,
      at: at.toISOString(),
      expiresAt: expires_at.toISOString(),
      consequence: state === "waiting" ? foreseen(await fresh(act)) : null,
    };
  });
  return Promise.all(shown);
}
