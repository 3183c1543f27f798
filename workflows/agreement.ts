import { draft } from "./draft.ts";
import { kept, law } from "./law.ts";
import { publish } from "./publish.ts";
import { review } from "./review.ts";
import { sign } from "./sign.ts";

/** Stored with each stage. Raise it when the meaning of a stage changes. */
export const machineVersion = 4;

/**
 * The law of one agreement on its main path: draft, review, sign, publish. If an act has several transitions, the first
 * whose conditions hold is taken; the last one is the act's minimum requirement. The stages have the treaty office's
 * names (VCLT articles 9 to 16, 24, 76 to 80).
 */
export const agreementMachine = law.createMachine({
  id: "agreement",
  context: ({ input }) => input,
  initial: "draft",
  // A paper may be sealed after the stage in which it was ordered.
  on: { "report-paper": kept() },
  states: { draft, review, sign, publish, lapsed: { type: "final" }, withdrawn: { type: "final" } },
});
