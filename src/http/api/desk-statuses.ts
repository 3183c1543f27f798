/** The status codes of refusals about the desk's register. */
export const deskStatuses = {
  "original-not-awaited": 409,
  "already-acknowledged": 409,
  "paper-not-received": 409,
  "paper-returned": 409,
  "act-came-of-paper": 409,
} as const;
