import i18next from "i18next";
import { lazy } from "react";
import { holds, useSession } from "../api/session.ts";

const ForOffice = lazy(() => import("./office-view.tsx"));
const ForParty = lazy(async () => {
  // Beside each other: on a slow network each wait that follows another is seen.
  const [view] = await Promise.all([
    import("../representative/party-view.tsx"),
    i18next.loadNamespaces("representative"),
  ]);
  return view;
});

/** One agreement, as a representative works with it, or as the office does. */
export function AgreementPage() {
  const session = useSession();
  return holds(session, "representative") ? <ForParty /> : <ForOffice />;
}
