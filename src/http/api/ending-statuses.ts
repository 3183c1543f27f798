/** The statuses of refusals about renewal, resumption and the end. */
export const endingStatuses = {
  "already-agreed": 409,
  "agreement-missing": 409,
  "consultation-missing": 422,
  "opt-out-not-provided": 422,
  "opt-out-too-late": 422,
  "already-opted-out": 409,
  "no-such-notice": 409,
  "others-not-notified": 422,
  "already-superseded-between": 409,
} as const;
