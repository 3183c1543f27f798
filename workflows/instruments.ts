/**
 * Instruments by which a signatory consents (VCLT article 14). Formal confirmation is for organisations only, and
 * corresponds to ratification (VCLT-IO articles 2(1)(b bis) and 14).
 */
export const instruments = [
  "ratification",
  "acceptance",
  "approval",
  "formal-confirmation",
] as const;
export type Instrument = (typeof instruments)[number];

/**
 * By what a signatory may consent after a signature subject to ratification. A text may let it choose to notify that
 * its domestic procedures are complete, as texts of the Commonwealth of Independent States do: a means that it agreed
 * to (VCLT article 11). Only a text that names the notification admits it.
 */
export const meansOfConsent = [...instruments, "notification"] as const;
export type MeansOfConsent = (typeof meansOfConsent)[number];
