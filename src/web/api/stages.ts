/** The stages of an agreement's life, in order. */
export const stagesInOrder = [
  "draft.editing",
  "review.circulated",
  "review.reconciling",
  "review.concordance",
  "review.settled",
  "sign.authenticated",
  "sign.open",
  "sign.sealing",
  "sign.sealFailed",
  "publish",
  "lapsed",
  "withdrawn",
];
