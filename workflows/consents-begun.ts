import type { Facts } from "./facts.ts";

/** What all parties may agree to, and who has. */
const agreed = {
  "agree-to-renewal": ({ agreedToRenewal }: Facts) => agreedToRenewal,
  "agree-to-suspension": ({ agreedToSuspension }: Facts) => agreedToSuspension,
  "agree-to-resumption": ({ agreedToResumption }: Facts) => agreedToResumption,
  "agree-to-termination": ({ agreedToTermination }: Facts) => agreedToTermination,
} as const;
export type ConsentOfAll = keyof typeof agreed;
export const consentsOfAll = Object.keys(agreed) as ConsentOfAll[];

/** To what others have agreed and this party has not yet: from then on its answer is awaited. */
export function consentsBegun(facts: Facts, party: string): ConsentOfAll[] {
  return consentsOfAll.filter((act) => {
    const have = agreed[act](facts);
    return have.length > 0 && !have.includes(party);
  });
}

/** In which states of the legal side the law takes each of these consents. */
export const statesOfConsent: Record<ConsentOfAll, string[]> = {
  "agree-to-renewal": ["inForce", "suspended"],
  "agree-to-suspension": ["inForce"],
  "agree-to-resumption": ["suspended"],
  "agree-to-termination": ["inForce", "suspended"],
};
