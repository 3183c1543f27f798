/** Acts for which a person needs authority (VCLT articles 7 and 8). */
export const authorisedActs = ["negotiate", "adopt", "authenticate", "sign"] as const;

/**
 * Offices that need no full powers, and what their holders may do without them (VCLT and VCLT-IO article 7). Their
 * acting holders count too, by practice. Which party each may speak for, `conditions/authority.ts` says. The VCLT-IO is not in
 * force; it applies as custom or practice.
 */
export const offices = {
  "head-of-state": authorisedActs,
  "head-of-government": authorisedActs,
  "foreign-minister": authorisedActs,
  ambassador: ["negotiate", "adopt"],
  delegate: ["negotiate", "adopt"],
  "head-of-body": authorisedActs,
  "executive-head": authorisedActs,
} as const;

export type Office = keyof typeof offices;
