import type { Agreement } from "../../api/agreement.ts";

export type SigningAct = Agreement["terms"]["consent"][number];

export type Lodged = { kind: "reservation" | "declaration"; language: string; text: string };

/** The choices made before signing. */
export type Consent = { as: SigningAct; binding: boolean; lodged: Lodged | null };

export function firstConsent({ terms }: Agreement): Consent {
  return { as: terms.consent[0] ?? "definitive", binding: terms.binding, lodged: null };
}

/** The request body of a consent: the digest of what was shown, and the choices. */
export function bodyOf({ as, binding, lodged }: Consent, original: string) {
  const words = lodged && lodged.text.trim() !== "" ? [lodged] : [];
  return { original, as, binding, ...(words.length > 0 && { reservations: words }) };
}
