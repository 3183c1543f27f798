import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  parseSearchWith,
  redirect,
  stringifySearchWith,
} from "@tanstack/react-router";
import { queryClient } from "./api/query.ts";
import { holds, type Role, sessionQuery } from "./api/session.ts";
import { beginAgreement } from "./begin-agreement.ts";
import { Fault } from "./shell/fault.tsx";
import { Frame } from "./shell/frame.tsx";
import { Loading } from "./shell/loading.tsx";
import { NotFound } from "./shell/not-found.tsx";
import { NotYours } from "./shell/not-yours.tsx";

type Search = Record<string, string | undefined>;

/** Search parameters are strings; each page reads its own. */
function searchOf(given: Record<string, unknown>): Search {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]));
}

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  validateSearch: searchOf,
  beforeLoad: async () => {
    await whoIsHere();
  },
});

/** The session; null if nobody has signed in, undefined if the service did not answer. */
const whoIsHere = () => queryClient.ensureQueryData(sessionQuery).catch(() => undefined);

/**
 * Who may open a page: anyone, or people who have signed in. A list limits it to these roles; an empty list means any
 * role.
 */
type Readers = "anyone" | readonly Role[];
const signedIn: Readers = [];
const officers: Readers = ["legal-officer"];
const secretariat: Readers = ["secretariat"];
const allButArchive: Readers = ["legal-officer", "secretariat", "representative"];
const deskReaders: Readers = ["legal-officer", "secretariat", "archivist", "representative"];

/**
 * Declares a page at an address. Its code is loaded when someone goes there. A person who has not signed in is sent
 * to the sign-in page, which returns to this address.
 */
function page<Path extends string, Name extends string>(
  path: Path,
  readers: Readers,
  load: () => Promise<Record<Name, React.ComponentType>>,
  name: Name,
  begin?: (params: Record<string, string>) => unknown,
) {
  return createRoute({
    getParentRoute: () => root,
    path,
    beforeLoad: async ({ location, params }) => {
      // A malformed id cannot exist, so everyone gets the 404 page.
      const { id } = params as { id?: string };
      if (id !== undefined && !uuid.test(id)) throw notFound();
      if (readers === "anyone") return;
      const session = await whoIsHere();
      if (session === null) throw redirect({ to: "/sign-in", search: { next: location.href } });
      if (session && readers.length > 0 && !holds(session, ...readers)) throw new Closed(readers);
    },
    // Starts loading the page's data along with its code. Does not block navigation.
    loader: ({ params }) => {
      begin?.(params as Record<string, string>);
    },
    staticData: { begin, needsSession: readers !== "anyone" },
    errorComponent: Refused,
    component: lazyRouteComponent(load as never, name as never),
  });
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Thrown when a page is for other roles than those of the signed-in person. */
class Closed extends Error {
  readonly readers: readonly Role[];
  constructor(readers: readonly Role[]) {
    super("This page is for other roles.");
    this.readers = readers;
  }
}

function Refused({ error, reset }: { error: unknown; reset: () => void }) {
  if (error instanceof Closed) return <NotYours roles={error.readers} />;
  return <Fault error={error} reset={reset} />;
}

const tree = root.addChildren([
  page("/", "anyone", () => import("./pages/home/home-page.tsx"), "HomePage"),
  page("/sign-in", "anyone", () => import("./pages/sign-in/sign-in-page.tsx"), "SignInPage"),
  page("/account", signedIn, () => import("./pages/account/account-page.tsx"), "AccountPage"),
  page("/letters", "anyone", () => import("./pages/home/letters-page.tsx"), "LettersPage"),
  page(
    "/agreements",
    signedIn,
    () => import("./pages/agreements/agreements-page.tsx"),
    "AgreementsPage",
  ),
  page("/agreements/new", officers, () => import("./pages/drafting/new-page.tsx"), "NewPage"),
  page(
    "/agreements/$id",
    signedIn,
    () => import("./agreement-page.tsx"),
    "AgreementPage",
    ({ id = "" }) => beginAgreement(id),
  ),
  page(
    "/agreements/$id/draft",
    officers,
    () => import("./pages/drafting/draft-page.tsx"),
    "DraftPage",
  ),
  page(
    "/agreements/$id/review",
    signedIn,
    () => import("./pages/review/review-page.tsx"),
    "ReviewPage",
  ),
  page(
    "/agreements/$id/sign",
    signedIn,
    () => import("./pages/signing/signing-page.tsx"),
    "SigningPage",
  ),
  page(
    "/agreements/$id/record",
    signedIn,
    () => import("./pages/record/record-page.tsx"),
    "RecordPage",
  ),
  page(
    "/ceremonies",
    allButArchive,
    () => import("./pages/ceremonies/ceremonies-page.tsx"),
    "CeremoniesPage",
  ),
  page(
    "/ceremonies/$id",
    signedIn,
    () => import("./pages/ceremonies/ceremony-page.tsx"),
    "CeremonyPage",
  ),
  page(
    "/archive",
    ["archivist", "legal-officer", "secretariat"],
    () => import("./pages/archive/archive-page.tsx"),
    "ArchivePage",
  ),
  page("/actions", allButArchive, () => import("./pages/desk/actions-page.tsx"), "ActionsPage"),
  page("/desk", deskReaders, () => import("./pages/desk/desk-page.tsx"), "DeskPage"),
  page("/desk/$id", deskReaders, () => import("./pages/desk/entry-page.tsx"), "EntryPage"),
  page("/verify", "anyone", () => import("./pages/verify/verify-page.tsx"), "VerifyPage"),
  page("/register", "anyone", () => import("./pages/register/register-page.tsx"), "RegisterPage"),
  page(
    "/register/notifications",
    "anyone",
    () => import("./pages/register/notifications-page.tsx"),
    "NotificationsPage",
  ),
  page("/register/$id", "anyone", () => import("./pages/register/entry-page.tsx"), "EntryPage"),
  page(
    "/secretariat/parties",
    secretariat,
    () => import("./pages/secretariat/parties-page.tsx"),
    "PartiesPage",
  ),
  page(
    "/secretariat/people",
    secretariat,
    () => import("./pages/secretariat/people-page.tsx"),
    "PeoplePage",
  ),
  page(
    "/secretariat/credentials",
    secretariat,
    () => import("./pages/secretariat/credentials-page.tsx"),
    "CredentialsPage",
  ),
  page(
    "/secretariat/templates",
    secretariat,
    () => import("./pages/secretariat/templates-page.tsx"),
    "TemplatesPage",
  ),
  page(
    "/secretariat/jobs",
    secretariat,
    () => import("./pages/secretariat/jobs-page.tsx"),
    "JobsPage",
  ),
  page(
    "/secretariat/keys",
    secretariat,
    () => import("./pages/secretariat/keys-page.tsx"),
    "KeysPage",
  ),
]);

export const router = createRouter({
  routeTree: tree,
  // People share addresses, so parameters appear in them as typed, without JSON quotes.
  parseSearch: parseSearchWith((text) => text),
  stringifySearch: stringifySearchWith(String),
  defaultPreload: "intent",
  defaultPendingComponent: Loading,
  defaultErrorComponent: Fault,
  scrollRestoration: true,
});

/** Starts loading the code and the data of the page at this address, before anything renders. */
export function beginPage(): { parts: Promise<unknown>; content: Promise<unknown> } {
  const routes = router.matchRoutes(router.latestLocation).map(({ routeId, params }) => ({
    params,
    options: router.routesById[routeId as keyof typeof router.routesById].options,
  }));
  const content = Promise.all(
    routes.map(({ options, params }) => {
      const { id } = params as { id?: string };
      // A malformed id is not requested.
      return id !== undefined && !uuid.test(id) ? undefined : options.staticData?.begin?.(params);
    }),
  );
  const parts = Promise.all(
    routes.map(({ options }) => (options.component as Lazy | undefined)?.preload?.()),
  );
  return { parts, content };
}

type Lazy = { preload?: () => Promise<unknown> };

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    begin?: ((params: Record<string, string>) => unknown) | undefined;
    needsSession?: boolean;
  }
  interface Register {
    router: typeof router;
  }
}
