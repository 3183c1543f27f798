import { useSession } from "../../api/session.ts";
import { Dashboard } from "./dashboard.tsx";
import { FrontPage } from "./front-page.tsx";

/** The first page: a person's own work, or for everybody what this is. */
export function HomePage() {
  const session = useSession();
  return session ? <Dashboard session={session} /> : <FrontPage />;
}
