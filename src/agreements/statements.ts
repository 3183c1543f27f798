import type { ArticleDeclaration, ConsentAct, Facts, Succession } from "#workflows/facts.ts";
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

/** What the statements of parties mean: successions, which are consents, or signatures if the predecessor had only signed. */
export function withStatements({ consents }: Pick<Facts, "consents">, stored: StoredStatement[]) {
  const all = stored.filter(({ act }) => act === "succeed");
  const succeeded = all.filter(({ detail }) => detail.to !== "signature");
  const signed = all.filter(({ detail }) => detail.to === "signature");
  return {
    // A succession to a signature comes before the instrument that ratifies it.
    consents: [...signed.map(signatureOf), ...consents, ...succeeded.map(consentOf)],
    territories: territoriesIn(stored.filter(({ ended }) => ended === null)),
    declared: declaredIn(stored.filter(({ ended }) => ended === null)),
    successions: succeeded.filter(({ ended }) => ended === null).map(successionOf),
  };
}

function consentOf({ party, on, ended }: StoredStatement): ConsentAct {
  const end =
    ended && (ended.by === "withdraw-consent" ? { withdrawnOn: ended.on } : { endedOn: ended.on });
  return { party, act: "succession", as: null, on, ...end };
}

function signatureOf({ party, on }: StoredStatement): ConsentAct {
  return { party, act: "signature", as: "subject-to-ratification", on, succeeded: true };
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

/** The territories that stand: a withdrawal takes its names away again. */
function territoriesIn(stored: StoredStatement[]): Facts["territories"] {
  let standing: Facts["territories"] = [];
  for (const { party, act, detail } of stored) {
    if (act !== "declare-territory") continue;
    const names = (detail.territories as string[] | undefined) ?? [];
    standing = standing.filter((one) => one.party !== party || !names.includes(one.name));
    if (detail.effect === "withdrawal") continue;
    standing = [...standing, ...names.map((name) => ({ party, name }))];
  }
  return standing;
}

/** Made with the instrument of consent or later; the last statement under an article counts. */
function declaredIn(stored: StoredStatement[]): ArticleDeclaration[] {
  let standing: ArticleDeclaration[] = [];
  for (const { party, act, detail } of stored) {
    const made =
      act === "declare-under-article"
        ? [detail as Declared]
        : ((detail.declarations as Declared[] | undefined) ?? []);
    for (const { id, article, change } of made) {
      standing = standing.filter((one) => one.party !== party || one.article !== article);
      if (change !== "withdrawn") standing = [...standing, { id: String(id), party, article }];
    }
  }
  return standing;
}

type Declared = { id?: string; article: number; change?: string };
