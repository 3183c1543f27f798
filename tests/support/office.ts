import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { objectsInFolder } from "#src/archive/objects-folder.ts";
import type { Config } from "#src/config/config.ts";
import type { Context } from "#src/context.ts";
import { closeDatabase } from "#src/db/close-database.ts";
import type { Db } from "#src/db/db.ts";
import { type DatabaseLimits, openPool } from "#src/db/open-pool.ts";
import { openPrincipals } from "#src/db/pool.ts";
import { owner, service } from "#src/db/principal.ts";
import { keepPrincipalKey, type PrincipalMac, principalMacOf } from "#src/db/principal-mac.ts";
import { openTurns, type TurnLimits } from "#src/db/turns.ts";
import { queueLogin } from "#src/embedded/logins.ts";
import type { LogSigner } from "#src/evidence/last-checkpoint.ts";
import { letterTemplates, templatesFolder } from "#src/foundation.ts";
import type { Api } from "#src/http/api/api.ts";
import { createApp } from "#src/http/app.ts";
import { describeKeys } from "#src/keys/describe.ts";
import { openLogFiles } from "#src/keys/log-key.ts";
import { openSealFiles, type SealFiles } from "#src/keys/seal-key.ts";
import { openTimestamping, type TimestampingFiles } from "#src/keys/timestamping.ts";
import { openMail } from "#src/mail/send.ts";
import { demoOf, nodeContext } from "#src/node.ts";
import { readFolder } from "#src/text/read-folder.ts";
import { servingUrl } from "./logins.ts";
import { type Client, client, insiderOf, sender } from "./office-client.ts";
import { furnish, peopleOfCopy } from "./office-template.ts";
import { freshDatabase } from "./postgres.ts";

export type { Client };

const ample: TurnLimits = {
  maxWriters: 10,
  maxPerSubject: 2,
  maxWithoutSubject: 10,
  maxWaiting: 1000,
  patienceMs: 30_000,
};

type TimestampingSettings = Parameters<typeof openTimestamping>[0];

export type Office = {
  /** The owner's URL; `tests/support/logins.ts` has those of the logins that serve. */
  url: string;
  /** The database as its owner, for what a test puts in or looks at. */
  db: Db;
  ctx: Context;
  app: Api;
  seal: SealFiles;
  log: LogSigner;
  timestamping: TimestampingFiles;
  folder: string;
  /** The demo person of a role and party; `nth` from 0 where there are several. */
  as(role: string, party?: string | null, nth?: number): Client;
  anyone: Pick<Client, "send">;
  close(): Promise<void>;
};

/** A key takes a quarter of a second, and is the same for the same login and password. */
const macs = new Map<string, PrincipalMac>();
function macOf(login: string): PrincipalMac {
  const { username, password } = new URL(login);
  const mac = macs.get(`${username} ${password}`) ?? principalMacOf(login);
  macs.set(`${username} ${password}`, mac);
  return mac;
}

/** The template files, five hundred: no test changes them. */
let files: ReturnType<typeof readFolder> | null = null;
function shipped(): ReturnType<typeof readFolder> {
  files ??= readFolder(templatesFolder);
  return files;
}

/** An office on a database of its own, with the real templates and the demo people, and no jobs running. */
export async function openOffice(
  options: {
    max?: number;
    /** How long the database may take; ample unless a test is about it. */
    limits?: Partial<DatabaseLimits>;
    /** Who writes waits for a turn, as in the service. */
    turns?: Partial<TurnLimits>;
    timestamping?: Partial<TimestampingSettings>;
    seal?: Config["seal"];
    demo?: boolean;
    /** PUBLIC_URL; this machine alone unless set. */
    publicUrl?: string;
    /** A database of one's own instead of one on the run's server; it stays. */
    url?: string;
    /** Who serves there. */
    servingUrl?: string;
    /** Fills the database and the data folder before the service comes to them. */
    prepare?(place: { url: string; folder: string }): Promise<void>;
  } = {},
): Promise<Office> {
  const { url } = options;
  const isCopy = !url && !options.prepare;
  const database = url
    ? { url, drop: async () => {} }
    : await freshDatabase(isCopy ? inject("office").template : undefined);
  const folder = await mkdtemp(join(tmpdir(), "depositary-office-"));
  await options.prepare?.({ url: database.url, folder });
  const limits = { statementMs: 30_000, lockMs: 20_000, idleMs: 30_000, ...options.limits };
  const size = { max: options.max ?? 10, connectMs: 60_000 };
  const owners = openPool(database.url, size, limits);
  const db = openPrincipals(owners)(owner);
  const entered = isCopy ? await peopleOfCopy(folder) : await furnish(db, folder);
  const login = options.servingUrl ?? servingUrl(database.url);
  const mac = macOf(login);
  await keepPrincipalKey(db, mac);
  await closeDatabase(db, { serving: mac.login, queue: queueLogin });
  const pool = openPool(login, size, limits);
  const { sign } = mac;
  const as = openPrincipals(pool, { turns: openTurns({ ...ample, ...options.turns }), sign });
  const seal = await openSealFiles({ seal: options.seal ?? null, dataDir: folder }, new Date());
  const log = await openLogFiles({ log: null, dataDir: folder });
  const settings = {
    timestamps: null,
    revocation: { folder: null, hosts: [], policies: { everyone: null, of: {} } },
    partyTrustDir: null,
  };
  const timestamping = await openTimestamping(
    { ...settings, ...options.timestamping },
    () => new Date(),
  );
  const ctx = {
    ...nodeContext(
      {
        db: as(service),
        as,
        objects: objectsInFolder(join(folder, "objects")),
        seal,
        timestamping,
      },
      () => {},
      options.publicUrl,
    ),
    keys: describeKeys(settings, { seal, log }),
    demo: demoOf({
      demo: options.demo ?? false,
      smtpUrl: null,
      dataDir: folder,
      publicUrl: options.publicUrl ?? null,
    }),
    mailer: {
      mail: openMail({ smtpUrl: null, mailFrom: "depositary@localhost", dataDir: folder }),
      letters: letterTemplates(await shipped()),
      publicUrl: options.publicUrl ?? "http://localhost",
    },
  };
  const app = createApp(() => ctx);
  const people = entered.map((one) => ({ ...one, insider: insiderOf(db, one) }));
  return {
    url: database.url,
    db,
    ctx,
    app,
    seal,
    log,
    timestamping,
    folder,
    anyone: { send: sender(app, null) },
    as: (role, party = null, nth = 0) => {
      const found = people.filter((one) => one.role === role && one.party === party)[nth];
      if (!found) throw new Error(`No demo person is ${role} ${party}`);
      return client(app, found.insider);
    },
    close: async () => {
      await Promise.all([pool.end(), owners.end()]);
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
