import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  parseSearchWith,
  stringifySearchWith,
} from "@tanstack/react-router";
import { beginAgreement } from "./agreement/begin.ts";
import { queryClient } from "./api/query.ts";
import { sessionQuery } from "./api/session.ts";
import { Fault } from "./shell/fault.tsx";
import { Frame } from "./shell/frame.tsx";
import { NotFound } from "./shell/not-found.tsx";
import { Waiting } from "./shell/waiting.tsx";

type Search = Record<string, string | undefined>;

/** Search words are strings; each page reads its own. */
function searchOf(given: Record<string, unknown>): Search {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]));
}

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  validateSearch: searchOf,
  beforeLoad: () => queryClient.ensureQueryData(sessionQuery).catch(() => null),
});

/** A page at an address, in a file of its own that is fetched when somebody goes there. */
function page<Path extends string, Name extends string>(
  path: Path,
  load: () => Promise<Record<Name, React.ComponentType>>,
  name: Name,
  begin?: (params: Record<string, string>) => unknown,
) {
  return createRoute({
    getParentRoute: () => root,
    path,
    // What the page will ask for is asked for while it is fetched; nobody waits for it here.
    loader: ({ params }) => {
      begin?.(params as Record<string, string>);
    },
    staticData: { begin },
    component: lazyRouteComponent(load as never, name as never),
  });
}

const tree = root.addChildren([
  page("/", () => import("./home/home-page.tsx"), "HomePage"),
  page("/sign-in", () => import("./sign-in/sign-in-page.tsx"), "SignInPage"),
  page("/account", () => import("./account/account-page.tsx"), "AccountPage"),
  page("/letters", () => import("./home/letters-page.tsx"), "LettersPage"),
  page("/agreements", () => import("./agreements/agreements-page.tsx"), "AgreementsPage"),
  page("/agreements/new", () => import("./drafting/new-page.tsx"), "NewPage"),
  page(
    "/agreements/$id",
    () => import("./agreement/agreement-page.tsx"),
    "AgreementPage",
    ({ id = "" }) => beginAgreement(id),
  ),
  page("/agreements/$id/draft", () => import("./drafting/draft-page.tsx"), "DraftPage"),
  page("/agreements/$id/review", () => import("./review/review-page.tsx"), "ReviewPage"),
  page("/agreements/$id/sign", () => import("./signing/signing-page.tsx"), "SigningPage"),
  page("/agreements/$id/record", () => import("./record/record-page.tsx"), "RecordPage"),
  page("/ceremonies", () => import("./ceremonies/ceremonies-page.tsx"), "CeremoniesPage"),
  page("/ceremonies/$id", () => import("./ceremonies/ceremony-page.tsx"), "CeremonyPage"),
  page("/archive", () => import("./archive/archive-page.tsx"), "ArchivePage"),
  page("/verify", () => import("./verify/verify-page.tsx"), "VerifyPage"),
  page("/register", () => import("./register/register-page.tsx"), "RegisterPage"),
  page("/register/$id", () => import("./register/entry-page.tsx"), "EntryPage"),
  page("/secretariat/parties", () => import("./secretariat/parties-page.tsx"), "PartiesPage"),
  page("/secretariat/people", () => import("./secretariat/people-page.tsx"), "PeoplePage"),
  page(
    "/secretariat/credentials",
    () => import("./secretariat/credentials-page.tsx"),
    "CredentialsPage",
  ),
  page("/secretariat/templates", () => import("./secretariat/templates-page.tsx"), "TemplatesPage"),
  page("/secretariat/jobs", () => import("./secretariat/jobs-page.tsx"), "JobsPage"),
  page("/secretariat/keys", () => import("./secretariat/keys-page.tsx"), "KeysPage"),
]);

export const router = createRouter({
  routeTree: tree,
  // Addresses are shared: words stand in them as they were typed, without quotes.
  parseSearch: parseSearchWith((text) => text),
  stringifySearch: stringifySearchWith(String),
  defaultPreload: "intent",
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Fault,
  scrollRestoration: true,
});

/** Begins what the page at this address needs, before anything is drawn: its script, and what it shows. */
export function beginPage(): { parts: Promise<unknown>; content: Promise<unknown> } {
  const routes = router.matchRoutes(router.latestLocation).map(({ routeId, params }) => ({
    params,
    options: router.routesById[routeId as keyof typeof router.routesById].options,
  }));
  const content = Promise.all(
    routes.map(({ options, params }) => options.staticData?.begin?.(params)),
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
  }
  interface Register {
    router: typeof router;
  }
}
