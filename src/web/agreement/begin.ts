import i18next from "i18next";
import { agreementQuery } from "../api/agreement.ts";
import { queryClient } from "../api/query.ts";
import { holds, sessionQuery } from "../api/session.ts";

/** The page of a representative with its words, beside each other: waits that follow one another are seen. */
export async function loadPartyView() {
  const [view] = await Promise.all([import("../representative/party-view.tsx"), loadWords()]);
  return view;
}

async function loadWords(): Promise<void> {
  if (!i18next.isInitialized) await new Promise((done) => i18next.on("initialized", done));
  await i18next.loadNamespaces("representative");
}

/** Asks for an agreement, and for a representative also for its text, while the page is fetched. */
export async function beginAgreement(id: string): Promise<void> {
  const asked = queryClient.fetchQuery(agreementQuery(id)).catch(() => null);
  const session = await queryClient.ensureQueryData(sessionQuery).catch(() => null);
  if (!holds(session, "representative")) return;
  const [{ beginText }, agreement] = await Promise.all([loadPartyView(), asked]);
  if (agreement) await beginText(agreement, i18next.language);
}
