import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono, MiddlewareHandler } from "hono";
import type { Config } from "#src/config/config.ts";
import { version } from "#src/config/version.ts";
import type { Context, Typesetter } from "#src/context.ts";
import { openCursorKey } from "#src/db/cursor.ts";
import { service } from "#src/db/principal.ts";
import type { Foundation } from "#src/foundation.ts";
import { noteMail } from "#src/health/noted-parts.ts";
import { openReadiness } from "#src/health/readiness.ts";
import type { Api } from "#src/http/api/api.ts";
import { createApp } from "#src/http/app.ts";
import { listen, urlOf } from "#src/http/listen.ts";
import { describeKeys } from "#src/keys/describe.ts";
import { fieldTrust } from "#src/keys/timestamping.ts";
import { countRequests } from "#src/limits/count.ts";
import { noLimits } from "#src/limits/rates.ts";
import { listLetters } from "#src/mail/list-letters.ts";
import { openMail } from "#src/mail/send.ts";
import { unobserved } from "#src/observe/observe.ts";
import { noOrigin } from "#src/observe/request-id.ts";
import { demoPeople } from "#src/people/demo-people.ts";

const webFolder = join(import.meta.dirname, "../dist/web");

export type ApiServer = {
  url: string;
  /** Handles a request from within this process, without the network. */
  ask(path: string, init: RequestInit): Response | Promise<Response>;
  close(): Promise<void>;
};

/**
 * Serves the API on this machine. Calls `committed` after each act, so that jobs in the same process start at once.
 * Throws ConfigError if the port is taken.
 */
export async function startApi(
  config: Config,
  foundation: Foundation,
  committed: () => void,
): Promise<ApiServer> {
  const { limits, mail, mailer, close } = openMailer(config, foundation);
  await foundation.watching.start();
  const ctx: Context = {
    ...nodeContext(foundation, committed, config.publicUrl),
    limits,
    mailer,
    demo: demoOf({ ...config, demo: foundation.demonstration?.isOpen ?? false }),
    keys: describeKeys(config, foundation),
    readiness: openReadiness({
      config,
      db: foundation.watch,
      objects: foundation.objects,
      mail,
      watching: foundation.watching,
      now: () => new Date(),
    }),
    provider: config.provider,
    zone: config.zone,
    trustedProxies: config.trustedProxies,
    metricsToken: config.observe.metrics.token,
  };
  const app = createApp(() => ctx);
  serveWeb(app);
  const unread = { log: ctx.log, id: ctx.id };
  const listener = await listen(app.fetch as Hono["fetch"], { ...config, unread });
  const url = urlOf(config.host, listener.port);
  // With PORT=0 the address is known only now; no one can have asked for a letter yet.
  mailer.publicUrl = config.publicUrl ?? url;
  return {
    url,
    ask: (path, init) => app.request(path, init),
    close: async () => {
      close();
      await listener.close();
    },
  };
}

/** With a public address everyone must prove who they are, whatever the data. */
export function demoOf(config: Pick<Config, "demo" | "smtpUrl" | "dataDir" | "publicUrl">) {
  const { demo, smtpUrl, dataDir, publicUrl } = config;
  if (!demo || publicUrl !== null) return null;
  const people = demoPeople.map(({ email }) => email);
  return { people, letters: smtpUrl ? null : () => listLetters(dataDir) };
}

/** Serves the files of the web app. */
export function serveWeb(app: Api): void {
  app.use("/assets/*", keepLong, serveStatic({ root: webFolder, precompressed: true }));
  app.use(serveStatic({ root: webFolder }));
}

/** The names of built files contain their digest, so a file under a given name never changes. */
const keepLong: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.ok) c.header("Cache-Control", "public, max-age=31536000, immutable");
};

async function readPage(): Promise<string | null> {
  try {
    return await readFile(join(webFolder, "index.html"), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Opens what the API needs to send letters and to count requests. */
function openMailer(config: Config, { letters, observe: { outages } }: Foundation) {
  const mail = noteMail(openMail(config), outages);
  const limits = countRequests(config.redisUrl, {
    failed: (error) => outages.failed("limits", error),
    well: () => outages.well("limits"),
  });
  return {
    limits,
    mail,
    mailer: { mail, letters, publicUrl: config.publicUrl ?? urlOf(config.host, config.port) },
    close: () => {
      mail.close();
      limits.close();
    },
  };
}

/** The context of a Node process that only runs jobs; the API answers people's requests. */
export function nodeContext(
  {
    db,
    as,
    objects,
    seal,
    timestamping,
    watching,
    observe = unobserved,
  }: Pick<Foundation, "db" | "as" | "objects" | "seal" | "timestamping"> &
    Partial<Pick<Foundation, "watching" | "observe">>,
  committed: () => void,
  publicUrl: string | null = null,
): Context {
  // Typesetting, signatures and verification are loaded when they are first used: a process may never need them.
  const typesetter: Typesetter = {
    draft: async (source, { terms, ...options }) => {
      const { typesetInstrument } = await import("#src/pdf/instrument.ts");
      const { draftOf } = await import("#src/text/exchange.ts");
      const shown = terms ? draftOf(source, terms) : source;
      return (await typesetInstrument(shown, options)).pdf;
    },
    compare: async (...given) => {
      const { typesetComparison } = await import("#src/pdf/comparison.ts");
      return typesetComparison(...given);
    },
    verify: async (pdf) => {
      const { verifyInProcess } = await import("#src/pdf/verify-in-process.ts");
      return verifyInProcess(pdf, {
        sealTrust: seal.trust,
        timestampTrust: timestamping.timestampTrust,
        fieldTrust: fieldTrust(timestamping.partyTrust),
        revocationLists: await timestamping.lists(),
        at: new Date(),
      });
    },
    partySignature: {
      check: async (party, offered) => {
        const { checkPartyCertificate } = await import("#src/pdf/party-certificate.ts");
        return checkPartyCertificate(offered, {
          trust: party in timestamping.partyTrust ? [timestamping.partyTrust[party]!] : [],
          ...timestamping.revocationOf(party),
          at: new Date(),
        });
      },
      prepare: async (...given) => {
        const { preparePartySignature } = await import("#src/pdf/party-signature.ts");
        return preparePartySignature(...given);
      },
      complete: async (pdf, request, answer) => {
        const { completePartySignature } = await import("#src/pdf/party-signature.ts");
        const trust = fieldTrust(timestamping.partyTrust);
        return completePartySignature(pdf, request, answer, { trust });
      },
    },
  };
  return {
    ...observe,
    origin: noOrigin,
    metricsToken: null,
    db,
    as,
    objects,
    typesetter,
    committed,
    mailer: null,
    demo: null,
    keys: null,
    version,
    page: readPage,
    contract: null,
    publicUrl,
    provider: null,
    trustedProxies: 0,
    zone: "UTC",
    cursorKey: openCursorKey(as(service)),
    limits: noLimits,
    readiness: null,
    overTls: publicUrl?.startsWith("https:") ?? false,
    now: () => new Date(),
    halted: watching?.halted ?? (() => null),
    id: () => crypto.randomUUID(),
  };
}
