import { law } from "./law.ts";

/** Sealed. What happens then goes side by side: law, dissemination, custody, correction. */
export const publish = law.createStateConfig({
  type: "parallel",
  states: {
    legal: { initial: "notInForce", states: { notInForce: {} } },
    dissemination: {
      initial: "withheld",
      states: {
        withheld: { on: { publish: { target: "published", actions: "announce-publication" } } },
        published: {},
      },
    },
    custody: { initial: "sealed", states: { sealed: {} } },
    correction: { initial: "none", states: { none: {} } },
  },
});
