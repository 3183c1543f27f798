import type { Act } from "#workflows/acts.ts";
import { addDays, addMonths } from "#workflows/civil-date.ts";
import { nextEnd } from "#workflows/conditions/later.ts";
import { type ConsentAct, type Facts, noFacts } from "#workflows/facts.ts";
import type { Standings } from "#workflows/stage.ts";

/** The rows an act leaves, as facts; a new text begins a new version, for which nothing counts yet. */
export function recorded(facts: Facts, act: Act, { texts }: { texts: number }): Facts {
  switch (act.type) {
    case "revise-text": {
      const { languages, parties, signatories, circulated, written, terms } = facts;
      const drafted = Object.fromEntries(act.languages.map((language) => [language, act.by]));
      const drafters = { ...facts.drafters, ...drafted };
      const digest = `text-${texts + 1}`;
      const kept = { languages, parties, signatories, circulated, written, terms };
      const { standing, credentials, states } = facts;
      return { ...noFacts, ...kept, standing, credentials, states, drafters, digest };
    }
    case "submit":
      return { ...facts, circulated: facts.digest };
    case "change-parties":
      return { ...facts, parties: [...new Set(act.parties)] };
    case "approve":
      return { ...facts, approvedBy: [...facts.approvedBy, act.party] };
    case "request-changes":
      return { ...facts, reopenAskedBy: [...facts.reopenAskedBy, act.party] };
    case "certify":
      return { ...facts, certified: [...facts.certified, act.language] };
    case "initial":
      return { ...facts, initialledBy: [...facts.initialledBy, act.party] };
    case "authenticate":
      return { ...facts, authenticatedBy: [...facts.authenticatedBy, act.by] };
    case "report-typeset":
      return { ...facts, original: act.original };
    case "open-signing":
      return { ...facts, openedBy: [...facts.openedBy, act.by], ...act.plan };
    case "sign":
      return {
        ...consented(facts, { party: act.party, act: "signature", as: act.as, on: act.on }),
        signedBy: [...facts.signedBy, act.party],
      };
    case "agree-to-withdrawal":
      return { ...facts, agreedToWithdrawal: [...facts.agreedToWithdrawal, act.party] };
    case "withdraw":
      return { ...facts, withdrawnBy: [...facts.withdrawnBy, act.by] };
    default:
      return recordedLater(facts, act);
  }
}

function recordedLater(facts: Facts, act: Act): Facts {
  switch (act.type) {
    case "present-credentials": {
      const credential = {
        id: `${act.party}-${facts.credentials.length + 1}`,
        party: act.party,
        kind: act.kind,
        person: `${act.party}-signatory`,
        acts: ["authenticate", "sign"],
        from: "2026-01-01",
        until: null,
        presentedBy: act.by,
        verifiedBy: [],
        void: false,
      };
      return { ...facts, credentials: [...facts.credentials, credential] };
    }
    case "verify-credentials":
      return named(facts, act.credential, (one) => ({
        ...one,
        verifiedBy: [...one.verifiedBy, act.by],
      }));
    case "reject-credentials":
    case "revoke-credentials":
      return named(facts, act.credential, (one) => ({ ...one, void: true }));
    case "clear-signature":
      return { ...facts, cleared: [...facts.cleared, act.party] };
    case "confirm":
      return consented(facts, { party: act.party, act: "confirmation", as: null, on: act.on });
    case "deposit":
      return consented(facts, { party: act.party, act: "deposit", as: null, on: act.on });
    case "accede":
      return consented(
        { ...facts, parties: [...new Set([...facts.parties, act.party])] },
        { party: act.party, act: "accession", as: null, on: act.on },
      );
    case "notify-completion":
      return consented(facts, { party: act.party, act: "notification", as: null, on: act.on });
    case "determine-entry": {
      const parties = { ...act.dates.parties, ...facts.entry.parties };
      return { ...facts, entry: { instrument: act.dates.instrument, parties } };
    }
    case "give-notice":
      return { ...facts, notices: { ...facts.notices, [act.party]: addMonths(act.on, 12) } };
    case "agree-to-termination":
      return { ...facts, agreedToTermination: [...facts.agreedToTermination, act.party] };
    case "agree-to-suspension":
      return { ...facts, agreedToSuspension: [...facts.agreedToSuspension, act.party] };
    case "renew":
      return { ...facts, expiresOn: nextEnd(facts) };
    case "propose-correction":
      return {
        ...facts,
        correction: { id: "", until: addDays("2026-11-23", 90), open: true, agreed: [] },
      };
    case "agree-to-correction": {
      const { correction } = facts;
      if (!correction) return facts;
      return { ...facts, correction: { ...correction, agreed: [...correction.agreed, act.party] } };
    }
    case "object-to-correction":
    case "withdraw-correction":
    case "make-correction":
      return { ...facts, correction: facts.correction && { ...facts.correction, open: false } };
    default:
      return facts;
  }
}

function consented(facts: Facts, consent: ConsentAct): Facts {
  return { ...facts, consents: [...facts.consents, consent] };
}

type Credential = Facts["credentials"][number];

function named(facts: Facts, id: string, change: (one: Credential) => Credential): Facts {
  return {
    ...facts,
    credentials: facts.credentials.map((one) => (one.id === id ? change(one) : one)),
  };
}

/** The facts with the parties' new standings. */
export function standing(facts: Facts, after: Standings): Facts {
  return { ...facts, standing: { ...facts.standing, ...after } };
}
