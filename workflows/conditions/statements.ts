import type { Act, Occurrence } from "../acts.ts";
import type { Facts } from "../facts.ts";
import type { DeclarationRule } from "../terms.ts";
import { type Condition, partyOf } from "./condition.ts";

/** Conditions on territorial application (VCLT article 29), declarations under articles, and authorities. */
export const statementConditions = {
  "territories-may-be-declared": ({ terms }) => terms.territories?.declarations !== false,
  "territory-was-declared": (facts, act) =>
    act.type !== "declare-territory" ||
    act.territorial !== "withdrawal" ||
    act.territories.every((name) =>
      facts.territories.some((one) => one.party === act.party && one.name === name),
    ),
  "declaration-is-foreseen": (facts, act) => ruleOf(facts, act, "declaration") !== undefined,
  "declaration-is-new": (facts, act) =>
    act.type !== "declare-under-article" || act.change !== "made" || !stands(facts, act),
  "declaration-stands": (facts, act) =>
    act.type !== "declare-under-article" || act.change === "made" || stands(facts, act),
  "declaration-may-be-withdrawn": (facts, act) =>
    act.type !== "declare-under-article" ||
    act.change !== "withdrawn" ||
    ruleOf(facts, act, "declaration")?.mandatory === false,
  "authority-is-foreseen": (facts, act) => ruleOf(facts, act, "authority") !== undefined,
  "mandatory-declarations-made": ({ terms: { declarations = [] } }, act) => {
    const made = "declares" in act ? (act.declares ?? []) : [];
    return declarations
      .filter(({ kind, mandatory }) => kind === "declaration" && mandatory)
      .every(({ article }) => made.includes(article));
  },
  "declarations-are-foreseen": ({ terms: { declarations = [] } }, act) => {
    const made = "declares" in act ? (act.declares ?? []) : [];
    return made.every((article) =>
      declarations.some((one) => one.kind === "declaration" && one.article === article),
    );
  },
} satisfies Record<string, Condition>;

function ruleOf({ terms }: Facts, act: Act | Occurrence, kind: DeclarationRule["kind"]) {
  if (!("article" in act)) return undefined;
  return terms.declarations?.find((one) => one.kind === kind && one.article === act.article);
}

function stands({ declared }: Facts, act: Act | Occurrence): boolean {
  return declared.some(
    (one) => one.party === partyOf(act) && "article" in act && one.article === act.article,
  );
}
