import { changeParties, dismissing, holds, kept, law, withdraw } from "./law.ts";

/** The text is being written; only the office sees it. */
export const draft = law.createStateConfig({
  initial: "editing",
  on: {
    designate: kept("party-takes-part"),
    withdraw,
    ...dismissing,
  },
  states: {
    editing: {
      on: {
        describe: { actions: "keep-stage" },
        "change-parties": changeParties,
        "revise-text": kept("language-is-authentic"),
        submit: {
          guard: holds("every-language-has-its-text"),
          target: "#agreement.review.circulated",
          actions: "request-review",
        },
      },
    },
  },
});
