import { changeParties, holds, law, withdraw } from "./law.ts";

/** The text is written; nobody but the office sees it. */
export const draft = law.createStateConfig({
  initial: "editing",
  on: {
    designate: { guard: holds("party-takes-part"), actions: "keep-stage" },
    withdraw,
  },
  states: {
    editing: {
      on: {
        describe: { actions: "keep-stage" },
        "change-parties": changeParties,
        "revise-text": { guard: holds("language-is-authentic"), actions: "keep-stage" },
        submit: {
          guard: holds("every-language-has-its-text"),
          target: "#agreement.review.circulated",
          actions: "request-review",
        },
      },
    },
  },
});
