import { lazy, useState } from "react";
import { holds, useSession } from "./api/session.ts";
import { fetchedPartyView, loadPartyView } from "./begin-agreement.ts";

const ForOffice = lazy(() => import("./pages/agreement/office-view.tsx"));
const ForParty = lazy(loadPartyView);

/** One agreement, as a representative works with it, or as the office does. */
export function AgreementPage() {
  const session = useSession();
  const [PartyView] = useState(() => fetchedPartyView() ?? ForParty);
  return holds(session, "representative") ? <PartyView /> : <ForOffice />;
}
