import { ofClaims } from "./actions/about-claims.ts";
import { ofCorrection } from "./actions/about-corrections.ts";
import { ofReservations } from "./actions/about-reservations.ts";
import { ofConsentOfAll, ofEnd, ofOptingOut } from "./actions/about-the-end.ts";
import { type ActionsLook, type Found, hasEnded, type PartyAction } from "./actions/action.ts";
import { ofConsent, ofStatements } from "./actions/to-consent.ts";
import { ofPowers, ofRound, ofSignature } from "./actions/to-sign.ts";

export { type ActionsLook, type PartyAction, partyActions } from "./actions/action.ts";

/** What is to be done by a party, open to it, or running about it, in one agreement. Derived from the record alone. */
export function actionsOfParty(look: ActionsLook): PartyAction[] {
  const { facts, party } = look;
  if (!facts.parties.includes(party) && !facts.entitled.includes(party)) return [];
  if (party in facts.ceased) return [];
  const found = hasEnded(look.stage) ? ofCorrection(look) : ofAgreement(look);
  return found.map((one) => ({ due: null, article: null, other: null, ...one }));
}

/** While it has not ended; an error in its text can be corrected after that too. */
function ofAgreement(look: ActionsLook): Found[] {
  return [
    ...ofRound(look),
    ...ofSignature(look),
    ...ofConsent(look),
    ...ofStatements(look),
    ...ofReservations(look),
    ...ofConsentOfAll(look),
    ...ofCorrection(look),
    ...ofClaims(look),
    ...ofOptingOut(look),
    ...ofEnd(look),
    ...ofPowers(look),
  ];
}
