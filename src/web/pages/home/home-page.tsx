import { useSession } from "../../api/session.ts";
import { Dashboard } from "./dashboard.tsx";
import { FrontPage } from "./front-page.tsx";

/** The home page, for signed-in people or for visitors. */
export function HomePage() {
  const session = useSession();
  return session ? <Dashboard session={session} /> : <FrontPage />;
}
