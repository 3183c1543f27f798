import type { DeskLine } from "../../api/contract.d.ts";

/** How a paper came, or went. */
export const channels = [
  "by-hand",
  "diplomatic-bag",
  "post",
  "e-mail",
  "portal",
] as const satisfies readonly DeskLine["channel"][];

const sent = ["note-verbale", "communication"] as const;

const kinds = [
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
] as const satisfies readonly DeskLine["kind"][];

/** What may come, and what the office sends. */
export function kindsOf(direction: "in" | "out"): readonly DeskLine["kind"][] {
  return direction === "in" ? kinds : sent;
}
