import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Context } from "#src/context.ts";
import { accounts } from "./accounts/accounts.ts";
import { demo } from "./accounts/demo.ts";
import { lists } from "./accounts/lists.ts";
import { session } from "./accounts/session.ts";
import { signOn } from "./accounts/sign-on.ts";
import { acts } from "./acts/acts.ts";
import { laterActs } from "./acts/acts-later.ts";
import { notificationActs } from "./acts/acts-notifications.ts";
import { claimActs } from "./acts/acts-of-claims.ts";
import { actsOfCorrection } from "./acts/acts-of-correction.ts";
import { actsOfRecord } from "./acts/acts-of-record.ts";
import { statementActs } from "./acts/acts-of-statements.ts";
import { openingActs } from "./acts/acts-opening.ts";
import { registrationActs } from "./acts/acts-registration.ts";
import { reservationActs } from "./acts/acts-reservations.ts";
import { signingActs } from "./acts/acts-signing.ts";
import { consequences } from "./acts/consequences.ts";
import { proposals } from "./acts/proposals.ts";
import { signatures } from "./acts/signatures.ts";
import { agreementList } from "./agreements/agreement-list.ts";
import { agreements } from "./agreements/agreements.ts";
import { answers } from "./agreements/answers.ts";
import { corrections } from "./agreements/corrections.ts";
import { credentials } from "./agreements/credentials.ts";
import { evidence } from "./agreements/evidence.ts";
import { filters } from "./agreements/filters.ts";
import { notifications } from "./agreements/notifications.ts";
import { participation } from "./agreements/participation.ts";
import { partyActionList } from "./agreements/party-actions.ts";
import { procedures } from "./agreements/procedures.ts";
import { reading } from "./agreements/reading.ts";
import { relations } from "./agreements/relations.ts";
import { unRegistration } from "./agreements/un-registration.ts";
import { waiting } from "./agreements/waiting.ts";
import { peopleOfRecord } from "./agreements/who-acted.ts";
import { admitVerification } from "./api/admit-verification.ts";
import { type Api, type Call, type Env, newApi } from "./api/api.ts";
import { readBody } from "./api/body.ts";
import { checkAddress } from "./api/check-address.ts";
import { closeUnread } from "./api/close-unread.ts";
import { conditional } from "./api/conditional.ts";
import { crossOrigin } from "./api/cross-origin.ts";
import { identify, refuseCrossSite } from "./api/identify.ts";
import { answerNoRoute, knownRoute } from "./api/known-route.ts";
import { observeRequest } from "./api/observe-request.ts";
import { refuseStrangers } from "./api/open-routes.ts";
import { answerProblem } from "./api/problem.ts";
import { rateLimits } from "./api/rate-limits.ts";
import { refuseHalted } from "./api/refuse-halted.ts";
import { routesOf } from "./api/routes.ts";
import { servedContract } from "./api/served-contract.ts";
import { noteSubject } from "./api/subject.ts";
import { ceremonies } from "./office/ceremonies.ts";
import { desk } from "./office/desk.ts";
import { generalPowers } from "./office/general-powers.ts";
import { health } from "./office/health.ts";
import { jobs } from "./office/jobs.ts";
import { metrics } from "./office/metrics.ts";
import { officeProposals } from "./office/office-proposals.ts";
import { parties } from "./office/parties.ts";
import { people } from "./office/people.ts";
import { service } from "./office/service.ts";
import { templates } from "./office/templates.ts";
import { docsPage } from "./pages/docs-page.ts";
import { pageStyle } from "./pages/page.ts";
import {
  isForReader,
  isWebPage,
  notFoundPage,
  pagePolicy,
  strictTransportSecurity,
  webPage,
} from "./pages/web-page.ts";
import { checkpoints } from "./register/checkpoints.ts";
import { registerNotifications } from "./register/notifications.ts";
import { register } from "./register/register.ts";
import { registered } from "./register/registered.ts";
import { seal } from "./register/seal.ts";
import { verifications } from "./register/verifications.ts";
import { articles } from "./texts/articles.ts";
import { checks } from "./texts/checks.ts";
import { comments } from "./texts/comments.ts";
import { comparison } from "./texts/comparison.ts";
import { files } from "./texts/files.ts";
import { forms } from "./texts/forms.ts";
import { papers } from "./texts/papers.ts";
import { pdf } from "./texts/pdf.ts";
import { previews } from "./texts/previews.ts";
import { terms } from "./texts/terms.ts";
import { texts } from "./texts/texts.ts";
import { workingTexts } from "./texts/working-texts.ts";

/**
 * The whole API, the same on every platform. `open` gives each request its context: one per process on Node, one per
 * request on the edge.
 */
export function createApp(open: (c: Call) => Context): Api {
  const app = newApi();
  const contract = servedContract(app);
  app.use(observeRequest(open), closeUnread, crossOrigin, conditional);
  app.use((c, next) => (isWebPage(c) || isForReader(c) ? pagePolicy : policy)(c, next));
  health(app);
  metrics(app);
  const api = newApi();
  api.use(knownRoute(routesOf(api)), refuseCrossSite, rateLimits, identify, refuseStrangers);
  api.use(refuseHalted, checkAddress, admitVerification, readBody, noteSubject);
  for (const resource of resources) resource(api);
  app.route("/api/v1", api);
  app.get("/openapi.json", async (c) => c.json(await contract(c)));
  pageStyle(app);
  docsPage(app, contract);
  webPage(app);
  app.notFound(async (c) => {
    const page = isForReader(c) ? await notFoundPage(c) : null;
    return page ?? answerNoRoute(c, isWebPage(c));
  });
  app.onError(answerProblem);
  return app;
}

const policy = secureHeaders({
  strictTransportSecurity,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
}) as MiddlewareHandler<Env>;

const resources = [
  service,
  demo,
  session,
  signOn,
  accounts,
  people,
  officeProposals,
  parties,
  generalPowers,
  desk,
  templates,
  lists,
  agreementList,
  waiting,
  partyActionList,
  procedures,
  filters,
  reading,
  agreements,
  texts,
  terms,
  articles,
  workingTexts,
  previews,
  comparison,
  checks,
  answers,
  corrections,
  comments,
  acts,
  openingActs,
  signingActs,
  laterActs,
  statementActs,
  claimActs,
  reservationActs,
  actsOfRecord,
  notificationActs,
  actsOfCorrection,
  registrationActs,
  files,
  credentials,
  forms,
  participation,
  relations,
  proposals,
  consequences,
  peopleOfRecord,
  papers,
  notifications,
  unRegistration,
  pdf,
  evidence,
  checkpoints,
  signatures,
  ceremonies,
  registerNotifications,
  register,
  registered,
  verifications,
  jobs,
  seal,
];
