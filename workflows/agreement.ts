import { draft } from "./draft.ts";
import { law } from "./law.ts";
import { publish } from "./publish.ts";
import { review } from "./review.ts";
import { sign } from "./sign.ts";

/** Stored beside each stage; raised when the meaning of a stage changes. */
export const machineVersion = 2;

/**
 * The law of one agreement on its main path: draft, review, sign, publish. Where several transitions
 * stand under one act, the first that holds is taken and the last is the least that the act requires.
 * The stages' names are the treaty office's (VCLT articles 9 to 16, 24, 76 to 80).
 */
export const agreementMachine = law.createMachine({
  id: "agreement",
  context: ({ input }) => input,
  initial: "draft",
  states: { draft, review, sign, publish, lapsed: { type: "final" }, withdrawn: { type: "final" } },
});
