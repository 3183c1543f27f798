import type { ConsentAct, Facts, Succession } from "#workflows/facts.ts";
import type { CivilDate } from "#workflows/terms.ts";

/** A party's statement as the record keeps it. */
export type StoredStatement = {
  party: string;
  act: string;
  on: CivilDate;
  detail: Record<string, unknown>;
  /** What ended the participation or consent that it belongs to; null while that stands. */
  ended: { by: "end-participation" | "withdraw-consent"; on: CivilDate } | null;
};

/** What the statements of parties mean: successions, which are consents too. */
export function withStatements({ consents }: Pick<Facts, "consents">, stored: StoredStatement[]) {
  const succeeded = stored.filter(({ act }) => act === "succeed");
  return {
    consents: [...consents, ...succeeded.map(consentOf)],
    successions: succeeded.filter(({ ended }) => ended === null).map(successionOf),
  };
}

function consentOf({ party, on, ended }: StoredStatement): ConsentAct {
  const end =
    ended && (ended.by === "withdraw-consent" ? { withdrawnOn: ended.on } : { endedOn: ended.on });
  return { party, act: "succession", as: null, on, ...end };
}

function successionOf({ party, on, detail }: StoredStatement): Succession {
  const { predecessor, succeededOn, operatesOn } = detail;
  return {
    party,
    predecessor: String(predecessor),
    succeededOn: String(succeededOn),
    on,
    operatesOn: typeof operatesOn === "string" ? operatesOn : null,
  };
}
