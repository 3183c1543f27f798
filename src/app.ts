import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Context } from "#src/context.ts";
import { accounts } from "#src/http/accounts.ts";
import { acts } from "#src/http/acts.ts";
import { laterActs } from "#src/http/acts-later.ts";
import { actsOfRecord } from "#src/http/acts-of-record.ts";
import { signingActs } from "#src/http/acts-signing.ts";
import { admitVerification } from "#src/http/admit-verification.ts";
import { agreementList } from "#src/http/agreement-list.ts";
import { agreements } from "#src/http/agreements.ts";
import { answers } from "#src/http/answers.ts";
import { type Api, type Call, type Env, newApi } from "#src/http/api.ts";
import { articles } from "#src/http/articles.ts";
import { readBody } from "#src/http/body.ts";
import { ceremonies } from "#src/http/ceremonies.ts";
import { checkAddress } from "#src/http/check-address.ts";
import { checkpoints } from "#src/http/checkpoints.ts";
import { checks } from "#src/http/checks.ts";
import { closeUnread } from "#src/http/close-unread.ts";
import { comments } from "#src/http/comments.ts";
import { comparison } from "#src/http/comparison.ts";
import { conditional } from "#src/http/conditional.ts";
import { credentials } from "#src/http/credentials.ts";
import { crossOrigin } from "#src/http/cross-origin.ts";
import { demo } from "#src/http/demo.ts";
import { docsPage } from "#src/http/docs-page.ts";
import { evidence } from "#src/http/evidence.ts";
import { files } from "#src/http/files.ts";
import { filters } from "#src/http/filters.ts";
import { forms } from "#src/http/forms.ts";
import { health } from "#src/http/health.ts";
import { identify, refuseCrossSite } from "#src/http/identify.ts";
import { jobs } from "#src/http/jobs.ts";
import { answerNoRoute, knownRoute } from "#src/http/known-route.ts";
import { lists } from "#src/http/lists.ts";
import { officeProposals } from "#src/http/office-proposals.ts";
import { refuseStrangers } from "#src/http/open-routes.ts";
import { contract } from "#src/http/openapi.ts";
import { pageStyle } from "#src/http/page.ts";
import { participation } from "#src/http/participation.ts";
import { parties } from "#src/http/parties.ts";
import { pdf } from "#src/http/pdf.ts";
import { people } from "#src/http/people.ts";
import { previews } from "#src/http/previews.ts";
import { answerProblem } from "#src/http/problem.ts";
import { proposals } from "#src/http/proposals.ts";
import { rateLimits } from "#src/http/rate-limits.ts";
import { reading } from "#src/http/reading.ts";
import { refuseHalted } from "#src/http/refuse-halted.ts";
import { register } from "#src/http/register.ts";
import { registered } from "#src/http/registered.ts";
import { routesOf } from "#src/http/routes.ts";
import { seal } from "#src/http/seal.ts";
import { service } from "#src/http/service.ts";
import { session } from "#src/http/session.ts";
import { signOn } from "#src/http/sign-on.ts";
import { signatures } from "#src/http/signatures.ts";
import { noteSubject } from "#src/http/subject.ts";
import { templates } from "#src/http/templates.ts";
import { texts } from "#src/http/texts.ts";
import { verifications } from "#src/http/verifications.ts";
import { waiting } from "#src/http/waiting.ts";
import {
  isForReader,
  isWebPage,
  notFoundPage,
  pagePolicy,
  strictTransportSecurity,
  webPage,
} from "#src/http/web-page.ts";
import { peopleOfRecord } from "#src/http/who-acted.ts";
import { workingTexts } from "#src/http/working-texts.ts";

/**
 * The whole API, the same on every platform. `open` gives each request its context: one for the process
 * on Node, one for the request at the edge.
 */
export function createApp(open: (c: Call) => Context): Api {
  const app = newApi();
  let kept: ReturnType<typeof contract> | undefined;
  const described = () => {
    kept ??= contract(app);
    return kept;
  };
  app.use(closeUnread, crossOrigin, conditional);
  app.use(async (c, next) => {
    c.set("ctx", open(c));
    c.set("person", null);
    c.set("proof", null);
    return next();
  });
  app.use((c, next) => (isWebPage(c) || isForReader(c) ? pagePolicy : policy)(c, next));
  health(app);
  const api = newApi();
  api.use(knownRoute(routesOf(api)), refuseCrossSite, rateLimits, identify, refuseStrangers);
  api.use(refuseHalted, checkAddress, admitVerification, readBody, noteSubject);
  for (const resource of resources) resource(api);
  app.route("/api/v1", api);
  app.get("/openapi.json", (c) => c.json(described()));
  pageStyle(app);
  docsPage(app);
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
  templates,
  lists,
  agreementList,
  waiting,
  filters,
  reading,
  agreements,
  texts,
  articles,
  workingTexts,
  previews,
  comparison,
  checks,
  answers,
  comments,
  acts,
  signingActs,
  laterActs,
  actsOfRecord,
  files,
  credentials,
  forms,
  participation,
  proposals,
  peopleOfRecord,
  pdf,
  evidence,
  checkpoints,
  signatures,
  ceremonies,
  register,
  registered,
  verifications,
  jobs,
  seal,
];
