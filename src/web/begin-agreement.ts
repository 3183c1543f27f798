import { agreementQuery } from "./api/agreement.ts";
import { queryClient } from "./api/query.ts";
import { holds, sessionQuery } from "./api/session.ts";
import { fetchWords, languageFor, loadWords } from "./words/words.ts";

type View = Awaited<ReturnType<typeof fetchView>>;
const fetchView = () => import("./pages/representative/party-view.tsx");
let fetched: View["default"] | null = null;

/** The page of a representative with its words, beside each other: waits that follow one another are seen. */
export async function loadPartyView(): Promise<View> {
  const [view] = await Promise.all([fetchView(), loadWords("representative")]);
  fetched = view.default;
  return view;
}

/** That page where it has been fetched: it is drawn with what is around it. */
export function fetchedPartyView(): View["default"] | null {
  return fetched;
}

/**
 * Asks for an agreement, and for a representative also for its text and words, while the page is fetched. The
 * words of all pages may still be on their way.
 */
export async function beginAgreement(id: string): Promise<void> {
  const asked = queryClient.fetchQuery(agreementQuery(id)).catch(() => null);
  const session = await queryClient.ensureQueryData(sessionQuery).catch(() => null);
  const view = holds(session, "representative") ? fetchView() : null;
  const language = languageFor(session?.language);
  if (view) fetchWords(language, "representative");
  const agreement = await asked;
  if (!agreement || !view) return;
  await Promise.all([(await view).beginText(agreement, language), loadPartyView()]);
}
