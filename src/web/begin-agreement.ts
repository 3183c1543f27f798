import { agreementQuery } from "./api/agreement.ts";
import { queryClient } from "./api/query.ts";
import { holds, sessionQuery } from "./api/session.ts";
import { fetchWords, languageFor, loadWords } from "./words/words.ts";

type View = Awaited<ReturnType<typeof fetchView>>;
const fetchView = () => import("./pages/representative/party-view.tsx");
let fetched: View["default"] | null = null;

/**
 * Loads a representative's view and its words in parallel, because loading them one after the other is noticeably
 * slower.
 */
export async function loadPartyView(): Promise<View> {
  const [view] = await Promise.all([fetchView(), loadWords("representative")]);
  fetched = view.default;
  return view;
}

/** The representative's view if it is already loaded, so that it can render without suspending. */
export function fetchedPartyView(): View["default"] | null {
  return fetched;
}

/**
 * Starts loading an agreement, and for a representative also its text and words, along with the page's code. The
 * words shared by all pages may still be loading.
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
