import { resolve } from "node:path";
import { type DatabaseConfig, readDatabase } from "./database.ts";
import { ConfigError, type Env, isLoopback, read, readChoice, readNumber, readUrl } from "./env.ts";
import { type NotificationConfig, readNotifications } from "./notifications.ts";
import { type ObserveConfig, readObserve } from "./observe.ts";
import { readZone } from "./office-zone.ts";
import { type RevocationConfig, readRevocation } from "./revocation.ts";
import { readSeal, type SealConfig } from "./seal.ts";
import { type Provider, readProvider } from "./single-sign-on.ts";

export { ConfigError } from "./env.ts";

/** The settings, read from environment variables. Nothing below the doors reads the environment. */
export type Config = DatabaseConfig & {
  /** HOST: the address to listen on; `localhost`, which means 127.0.0.1 and ::1, unless set. */
  host: string;
  /** PORT: the TCP port, 0 for any free one; 3000 unless set. */
  port: number;
  /** PUBLIC_URL: the address at which people reach the service, without a trailing slash; the listener's unless set. */
  publicUrl: string | null;
  /** DATA_DIR: the folder of the bundled database, the objects and the letters; ./data unless set. Absolute. */
  dataDir: string;
  /** REDIS_URL: a Redis or Valkey for the queue, `redis://…` or `rediss://…`; PostgreSQL carries it unless set. */
  redisUrl: string | null;
  /** SMTP_URL: the mail server, `smtp://user:password@host:587` or `smtps://…`; letters go to a folder unless set. */
  smtpUrl: string | null;
  /**
   * SMTP_TLS: `required`, or `none` for a mail server in a trusted network. Unless set, a mail server on another
   * machine must offer TLS.
   */
  smtpTls: "required" | "none" | null;
  /** MAIL_FROM: the sender of all letters, `Name <box@host>` or an address. */
  mailFrom: string;
  /**
   * OBJECTS_URL: where files are stored: `file:///folder` or `s3://key:secret@host:port/bucket?region=…&tls=false`;
   * DATA_DIR/objects unless set.
   */
  objectsUrl: string | null;
  /** SEAL_…: where the seal's key and certificates are; a demo seal unless set. */
  seal: SealConfig | null;
  /** PDF_FORMAT: PDF/A-3a carries the texts as files inside each original; PDF/A-2a, without them, unless set. */
  attachSource: boolean;
  /** LOG_KEY_FILE, LOG_ORIGIN: the evidence log's Ed25519 key and name; created at the first start unless set. */
  log: { keyFile: string; origin: string } | null;
  /**
   * LOG_CHECKPOINT_FILE: the file that keeps the log's last checkpoint outside the database; beside the key unless set.
   */
  logCheckpointFile: string | null;
  /**
   * TIMESTAMP_URL, TIMESTAMP_TRUST_FILE, TIMESTAMP_POLICY: an RFC 3161 authority, and the PEM certificates that it must
   * chain to. Without them seals carry no timestamp.
   */
  timestamps: { url: string; trustFile: string; policy: string | null } | null;
  /**
   * REVOCATION_DIR: a folder of revocation lists (`*.crl`, DER or PEM). REVOCATION_HOSTS: the hosts that we may ask for
   * lists, separated by commas; none unless set. REVOCATION_POLICY: what happens if no list says whether a certificate
   * was revoked, for everyone, a party or the seal: `preferred,KZ=required,seal=none`.
   */
  revocation: RevocationConfig;
  /** PARTY_TRUST_DIR: a folder with `KZ.pem`, the authorities that sign for Kazakhstan; no own keys unless set. */
  partyTrustDir: string | null;
  /** DEMONSTRATION_SEAL=allowed: lets a service that is no demo start without its own seal. */
  demonstrationSeal: boolean;
  /** OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: the ministry's own identity provider; none unless set. */
  provider: Provider | null;
  /** LOG_LEVEL, METRICS_…, OTEL_…: log lines, figures and traces for operators. */
  observe: ObserveConfig;
  /** TRUSTED_PROXIES: how many proxies in front we trust to name the client (X-Forwarded-For); 0 unless set. */
  trustedProxies: number;
  /** OFFICE_ZONE: the default IANA zone of new instruments, if neither template nor form names one; UTC unless set. */
  zone: string;
  /**
   * NOTIFICATION_PREFIX: what the numbers of depositary notifications begin with; DN unless set. WORKING_LANGUAGES: the
   * languages in which they are typeset, separated by commas; en unless set.
   */
  notifications: NotificationConfig;
  /**
   * Whether demo people and a demo seal may exist: only on the bundled database and a loopback address. PUBLIC_URL and
   * TRUSTED_PROXIES must not be set, because they mean that others reach the service.
   */
  demo: boolean;
  /** DEMO_AGREEMENTS=none: a demonstration starts without agreements; it creates some unless set. */
  demoAgreements: boolean;
};

/** Reads and checks every setting; an empty variable counts as not set. Throws ConfigError. */
export function readConfig(env: Env): Config {
  const host = read(env, "HOST") ?? "localhost";
  const database = readDatabase(env);
  const publicUrl = readPublicUrl(env);
  const trustedProxies = readNumber(env, "TRUSTED_PROXIES", { max: 10, fallback: 0 });
  return {
    host,
    port: readNumber(env, "PORT", { max: 65_535, fallback: 3000 }),
    publicUrl,
    dataDir: resolve(read(env, "DATA_DIR") ?? "data"),
    ...database,
    redisUrl: readUrl(env, "REDIS_URL", ["redis:", "rediss:"]),
    ...readSmtp(env),
    mailFrom: readSender(env),
    objectsUrl: readObjectsUrl(env),
    seal: readSeal(env),
    attachSource: readFormat(env) === "PDF/A-3a",
    log: readLog(env),
    logCheckpointFile: read(env, "LOG_CHECKPOINT_FILE"),
    timestamps: readTimestamps(env),
    revocation: readRevocation(env),
    partyTrustDir: read(env, "PARTY_TRUST_DIR"),
    demonstrationSeal: readChoice(env, "DEMONSTRATION_SEAL", ["allowed"], null) === "allowed",
    provider: readProvider(env),
    observe: readObserve(env),
    trustedProxies,
    notifications: readNotifications(env),
    zone: readZone(read(env, "OFFICE_ZONE")),
    demo:
      database.databaseUrl === null &&
      isLoopback(host) &&
      publicUrl === null &&
      trustedProxies === 0,
    demoAgreements: readChoice(env, "DEMO_AGREEMENTS", ["all", "none"], "all") === "all",
  };
}

const formats = ["PDF/A-2a", "PDF/A-3a"] as const;

function readPublicUrl(env: Env): string | null {
  const text = readUrl(env, "PUBLIC_URL", ["https:", "http:"]);
  if (text === null) return null;
  const { origin, pathname, search, hash } = new URL(text);
  if (pathname !== "/" || search || hash) {
    throw new ConfigError("PUBLIC_URL must be a scheme and a host, without a path.");
  }
  return origin;
}

/** Passwords never cross a network unencrypted. */
function readSmtp(env: Env): Pick<Config, "smtpUrl" | "smtpTls"> {
  const smtpUrl = readUrl(env, "SMTP_URL", ["smtp:", "smtps:"]);
  const smtpTls = readChoice(env, "SMTP_TLS", ["required", "none"], null);
  if (smtpUrl === null) return { smtpUrl, smtpTls };
  const { protocol, username, hostname, searchParams } = new URL(smtpUrl);
  if (["ignoreTLS", "requireTLS", "secure"].some((name) => searchParams.has(name))) {
    throw new ConfigError("SMTP_URL cannot say whether TLS is used; SMTP_TLS does.");
  }
  if (smtpTls !== "none") return { smtpUrl, smtpTls };
  if (protocol === "smtps:" || (username && !isLoopback(hostname))) {
    throw new ConfigError(
      "SMTP_TLS=none cannot be with an SMTP_URL that begins with smtps:// or has a password.",
    );
  }
  return { smtpUrl, smtpTls };
}

function readSender(env: Env): string {
  const sender = read(env, "MAIL_FROM") ?? "Depositary <depositary@localhost>";
  if (!/^(?:[^<>"\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(sender)) {
    throw new ConfigError('MAIL_FROM must be an address, or a name and an address: "Name <a@b>".');
  }
  const address = sender.slice(sender.lastIndexOf("<") + 1);
  if (/[^\p{ASCII}]/u.test(address.slice(0, address.lastIndexOf("@")))) {
    throw new ConfigError(
      "MAIL_FROM needs Latin letters before the @; the domain may be in any script.",
    );
  }
  return sender;
}

function readObjectsUrl(env: Env): string | null {
  const text = readUrl(env, "OBJECTS_URL", ["file:", "s3:"]);
  if (text === null) return null;
  const { protocol, hostname, pathname, username, password, searchParams } = new URL(text);
  if (protocol === "file:" && hostname) {
    throw new ConfigError("OBJECTS_URL names a folder with three slashes: file:///folder.");
  }
  if (protocol === "s3:" && !(username && password && /^\/[^/]+$/.test(pathname))) {
    throw new ConfigError("OBJECTS_URL must look like s3://key:secret@host/bucket.");
  }
  const unknown = [...searchParams.keys()].find((key) => key !== "region" && key !== "tls");
  if (unknown) throw new ConfigError(`OBJECTS_URL has the unknown parameter ${unknown}.`);
  if (!["true", "false", null].includes(searchParams.get("tls"))) {
    throw new ConfigError("OBJECTS_URL must have tls=true or tls=false.");
  }
  return text;
}

/** PDF_FORMAT; commands that start no service follow it too. */
export function readFormat(env: Env): "PDF/A-2a" | "PDF/A-3a" {
  return readChoice(env, "PDF_FORMAT", formats, "PDF/A-2a");
}

/** The name is permanent: all checkpoints carry it, and those who check them identify the log by it. */
function readLog(env: Env): Config["log"] {
  const keyFile = read(env, "LOG_KEY_FILE");
  const origin = read(env, "LOG_ORIGIN");
  if (keyFile === null && origin === null) return null;
  if (keyFile === null || origin === null) {
    throw new ConfigError("LOG_KEY_FILE and LOG_ORIGIN are set together or not at all.");
  }
  if (!/^[\w.:/-]{1,100}$/.test(origin)) {
    throw new ConfigError("LOG_ORIGIN must look like example.org/evidence, without a scheme.");
  }
  return { keyFile: resolve(keyFile), origin };
}

function readTimestamps(env: Env): Config["timestamps"] {
  const url = readUrl(env, "TIMESTAMP_URL", ["https:", "http:"]);
  const trustFile = read(env, "TIMESTAMP_TRUST_FILE");
  const policy = read(env, "TIMESTAMP_POLICY");
  if (policy && !/^[0-2](?:\.\d{1,15}){1,20}$/.test(policy)) {
    throw new ConfigError("TIMESTAMP_POLICY must be an object identifier such as 1.2.3.4.");
  }
  if (url && trustFile) return { url, trustFile, policy };
  if (!url && !trustFile && !policy) return null;
  throw new ConfigError(
    "TIMESTAMP_URL and TIMESTAMP_TRUST_FILE must be set together, and TIMESTAMP_POLICY only with them.",
  );
}
