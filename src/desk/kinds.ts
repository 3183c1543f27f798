/** What the desk registers. A communication is any other paper, such as a protest or a statement of non-recognition. */
export const deskKinds = [
  "note-verbale",
  "full-powers",
  "ratification",
  "acceptance",
  "approval",
  "formal-confirmation",
  "accession",
  "succession",
  "notice",
  "reservation",
  "objection",
  "declaration",
  "designation",
  "communication",
] as const;
export type DeskKind = (typeof deskKinds)[number];

/** How a paper came, or went. */
export const channels = ["by-hand", "diplomatic-bag", "post", "e-mail", "portal"] as const;
export type Channel = (typeof channels)[number];

/**
 * What the depositary looks at before it takes a paper as in due and proper form (VCLT article 77(1)(d)):
 * - `signed-by-authority`: by a person whose office or full powers suffice (articles 7(2) and 67(2))
 * - `names-the-treaty`: by its title, date and place, or for general full powers what they extend to
 * - `expresses-the-act`: clearly, and one act
 * - `date-and-place`, `sealed`
 * - `reservations-apart`: reservations and declarations are in the instrument or annexed to it, each set out as such
 * - `translated`: into a working language, if it is in another one
 */
export const formChecks = [
  "signed-by-authority",
  "names-the-treaty",
  "expresses-the-act",
  "date-and-place",
  "sealed",
  "reservations-apart",
  "translated",
] as const;
export type FormCheck = (typeof formChecks)[number];

export const checkAnswers = ["yes", "no", "not-applicable"] as const;
export type CheckAnswer = (typeof checkAnswers)[number];
export type CheckAnswers = { [Check in FormCheck]?: CheckAnswer | undefined };

const statement = formChecks.filter(
  (check) => check !== "sealed" && check !== "reservations-apart",
);
const act = formChecks.filter((check) => check !== "reservations-apart");

/** The checklist of each kind. A note or another communication needs no form of its own. */
const checklists: Record<DeskKind, readonly FormCheck[]> = {
  "note-verbale": [],
  communication: [],
  "full-powers": act,
  ratification: formChecks,
  acceptance: formChecks,
  approval: formChecks,
  "formal-confirmation": formChecks,
  accession: formChecks,
  succession: formChecks,
  notice: act,
  reservation: statement,
  objection: statement,
  declaration: statement,
  designation: statement,
};

/** The questions of an entry's checklist; none for what the office itself sends. */
export function checklistOf({ direction, kind }: { direction: "in" | "out"; kind: DeskKind }) {
  return direction === "in" ? checklists[kind] : [];
}

/** Whether it is in due form: null while a question is open, and for a paper that has none. */
export function inDueForm(checks: readonly FormCheck[], answers: CheckAnswers): boolean | null {
  if (checks.some((check) => answers[check] === "no")) return false;
  if (checks.length === 0 || checks.some((check) => answers[check] === undefined)) return null;
  return true;
}

/** What the office sends: notes and other communications. Instruments are sent by States. */
export const sentKinds: readonly DeskKind[] = ["note-verbale", "communication"];
