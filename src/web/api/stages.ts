/** The stages in which an agreement stands, in the order of its life. */
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
