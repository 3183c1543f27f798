import { lazy, useState } from "react";
import { holds, useSession } from "./api/session.ts";
import { fetchedPartyView, loadPartyView } from "./begin-agreement.ts";

const ForOffice = lazy(() => import("./pages/agreement/office-view.tsx"));
const ForParty = lazy(loadPartyView);

/** The page of one agreement: the representative's view or the office's, depending on the reader's role. */
export function AgreementPage() {
  const session = useSession();
  const [PartyView] = useState(() => fetchedPartyView() ?? ForParty);
  return holds(session, "representative") ? <PartyView /> : <ForOffice />;
}
