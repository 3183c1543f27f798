import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Context } from "#src/context.ts";
import { accounts } from "./accounts.ts";
import { acts } from "./acts.ts";
import { laterActs } from "./acts-later.ts";
import { actsOfRecord } from "./acts-of-record.ts";
import { signingActs } from "./acts-signing.ts";
import { admitVerification } from "./admit-verification.ts";
import { agreementList } from "./agreement-list.ts";
import { agreements } from "./agreements.ts";
import { answers } from "./answers.ts";
import { type Api, type Call, type Env, newApi } from "./api.ts";
import { articles } from "./articles.ts";
import { readBody } from "./body.ts";
import { ceremonies } from "./ceremonies.ts";
import { checkAddress } from "./check-address.ts";
import { checkpoints } from "./checkpoints.ts";
import { checks } from "./checks.ts";
import { closeUnread } from "./close-unread.ts";
import { comments } from "./comments.ts";
import { comparison } from "./comparison.ts";
import { conditional } from "./conditional.ts";
import { credentials } from "./credentials.ts";
import { crossOrigin } from "./cross-origin.ts";
import { demo } from "./demo.ts";
import { docsPage } from "./docs-page.ts";
import { evidence } from "./evidence.ts";
import { files } from "./files.ts";
import { filters } from "./filters.ts";
import { forms } from "./forms.ts";
import { health } from "./health.ts";
import { identify, refuseCrossSite } from "./identify.ts";
import { jobs } from "./jobs.ts";
import { answerNoRoute, knownRoute } from "./known-route.ts";
import { lists } from "./lists.ts";
import { officeProposals } from "./office-proposals.ts";
import { refuseStrangers } from "./open-routes.ts";
import { contract } from "./openapi.ts";
import { pageStyle } from "./page.ts";
import { participation } from "./participation.ts";
import { parties } from "./parties.ts";
import { pdf } from "./pdf.ts";
import { people } from "./people.ts";
import { previews } from "./previews.ts";
import { answerProblem } from "./problem.ts";
import { proposals } from "./proposals.ts";
import { rateLimits } from "./rate-limits.ts";
import { reading } from "./reading.ts";
import { refuseHalted } from "./refuse-halted.ts";
import { register } from "./register.ts";
import { registered } from "./registered.ts";
import { routesOf } from "./routes.ts";
import { seal } from "./seal.ts";
import { service } from "./service.ts";
import { session } from "./session.ts";
import { signOn } from "./sign-on.ts";
import { signatures } from "./signatures.ts";
import { noteSubject } from "./subject.ts";
import { templates } from "./templates.ts";
import { texts } from "./texts.ts";
import { verifications } from "./verifications.ts";
import { waiting } from "./waiting.ts";
import {
  isForReader,
  isWebPage,
  notFoundPage,
  pagePolicy,
  strictTransportSecurity,
  webPage,
} from "./web-page.ts";
import { peopleOfRecord } from "./who-acted.ts";
import { workingTexts } from "./working-texts.ts";

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
