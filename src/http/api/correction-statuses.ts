/** The status of each refusal about corrections. */
export const correctionStatuses = {
  "correction-already-proposed": 409,
  "not-signatory-or-contracting": 403,
  "already-agreed-to-correction": 409,
  "correction-still-open": 409,
  "correction-agreement-missing": 409,
  "no-correction-to-notify": 409,
  "no-such-copy": 409,
  "copy-corrected-otherwise": 422,
  "place-not-unique": 422,
  "language-not-accounted-for": 422,
  "concordance-needs-right-text": 422,
  "corrected-terms-from-beginning": 422,
} as const;
