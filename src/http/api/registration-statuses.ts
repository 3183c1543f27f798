/** The status of each refusal about registration with the United Nations. */
export const registrationStatuses = {
  "not-registrable": 409,
  "not-in-force-between-two": 409,
  "no-route-to-the-un": 409,
  "treaty-not-sent-yet": 409,
  "treaty-not-registered-yet": 409,
  "no-later-action": 422,
  "action-already-sent": 409,
  "action-not-sent": 409,
  "action-already-registered": 409,
} as const;
