import { useEffect, useState, useSyncExternalStore } from "react";
import type { Agreement } from "../../../api/agreement.ts";
import { useSession } from "../../../api/session.ts";
import { typedStore } from "../../../shell/typed-store.ts";
import { keptTerms } from "../model/kept-terms.ts";
import { type SavedTerms, TermsDraft, type TermsStatus } from "../model/terms-draft.ts";
import type { Draft } from "../use-draft.ts";

/** The terms of an agreement while they are edited here, based on those of its last version. */
export function useTermsDraft(agreement: Agreement, draft: Draft, saved: SavedTerms): TermsDraft {
  const person = useSession()?.person ?? null;
  const [terms] = useState(() => {
    const kept = keptTerms(agreement.id, typedStore(person));
    return new TermsDraft(draft.store, agreement.languages[0] ?? "en", saved, kept);
  });
  useEffect(() => terms.start(), [terms]);
  useEffect(() => terms.learn(saved), [terms, saved]);
  return terms;
}

export function useTermsStatus(terms: TermsDraft): TermsStatus {
  return useSyncExternalStore(terms.subscribe, terms.status);
}
