import type { SentenceKey } from "../sentence.ts";
import type { Warning } from "../warning.ts";
import { countOf, type MarkKind, type Marks, wordsAt } from "./binding-marks.ts";
import type { Compared } from "./compared-sentences.ts";
import { parityWarnings } from "./parity-warnings.ts";

const rights: MarkKind[] = ["may", "right"];
/** What may say the same as a right. */
const likeRights: MarkKind[] = [...rights, "might", "can", "mayNot", "needNot", "prohibit"];
const duties: MarkKind[] = ["must", "duty", "shall"];
/** What may forbid: a denial, or a verb such as “is prohibited”. */
const forbids: MarkKind[] = ["not", "mayNot", "prohibit"];

/**
 * Sentences that give a right, a duty, advice or leave to omit in one language and another of these in the other: “may”
 * against “shall”, “need not” against “may not”, “should” against “must” (VCLT 33(3)). The present tense is a duty in
 * all languages, so it differs from “may” and not from “shall”.
 */
export function otherModals(pairs: Compared[]): Warning[] {
  return parityWarnings("modals", pairs, (pair) => {
    const { first, other } = pair;
    for (const { key, kinds, differs } of differences) {
      const [of, against] = kinds;
      if (differs(first, other)) {
        return { key, in: "first", first: wordsAt(first, of), other: wordsAt(other, against) };
      }
      if (differs(other, first)) {
        return { key, in: "other", first: wordsAt(first, against), other: wordsAt(other, of) };
      }
    }
    return null;
  });
}

/** What one text has and the other has not: its words, those of the other text, and what is said of both. */
type Modal = {
  kinds: [of: MarkKind[], against: MarkKind[]];
  differs: (one: Marks, other: Marks) => boolean;
  key: SentenceKey;
};

const differences: Modal[] = [
  {
    kinds: [["needNot"], ["mayNot", "not", "abstain", "prohibit"]],
    differs: mayOmit,
    key: "modal-leave",
  },
  {
    kinds: [rights, duties],
    differs: hasRight,
    key: "modal-right",
  },
  {
    kinds: [["advice"], [...duties, "may"]],
    differs: isAdvice,
    key: "modal-advice",
  },
  {
    kinds: [["effort"], duties],
    differs: isEffort,
    key: "modal-effort",
  },
];

/** Leave to omit, where the other text forbids. */
function mayOmit(one: Marks, other: Marks): boolean {
  return (
    countOf(one, ["needNot"]) > 0 &&
    countOf(other, ["needNot", "exempt", "may"]) === 0 &&
    countOf(other, forbids) > countOf(one, forbids)
  );
}

/** A right, where the other text has nothing like it; “is entitled to” only where the other one orders. */
function hasRight(one: Marks, other: Marks): boolean {
  if (countOf(other, [...likeRights, "advice"]) > 0) return false;
  // “May only” is “shall not … except”.
  if (countOf(one, ["only"]) > 0 && countOf(other, ["only", "except", "unless"]) > 0) return false;
  return (
    countOf(one, ["may"]) > 0 ||
    (countOf(one, ["right"]) > 0 && countOf(other, duties) > countOf(one, duties))
  );
}

function isAdvice(one: Marks, other: Marks): boolean {
  return countOf(one, ["advice"]) > 0 && countOf(other, ["advice", "might", "can"]) === 0;
}

/** A duty to try, where the other text owes the result. */
function isEffort(one: Marks, other: Marks): boolean {
  return (
    countOf(one, ["effort"]) > 0 && countOf(other, ["effort", "seek", "advice", "may", "can"]) === 0
  );
}
