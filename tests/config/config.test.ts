import { resolve } from "node:path";
import { expect, test } from "vitest";
import { ConfigError, readConfig } from "#src/config/config.ts";

test("with nothing set it is a demo on this machine alone", () => {
  expect(readConfig({ PORT: " ", DATABASE_URL: "" })).toEqual({
    host: "localhost",
    port: 3000,
    attachSource: false,
    demonstrationSeal: false,
    provider: null,
    observe: { level: null, metrics: { token: null, listener: null }, tracing: null },
    zone: "UTC",
    trustedProxies: 0,
    publicUrl: null,
    dataDir: resolve("data"),
    databaseUrl: null,
    databaseOwnerUrl: null,
    databaseQueueUrl: null,
    databaseLimits: { statementMs: 10_000, lockMs: 5000, idleMs: 30_000 },
    redisUrl: null,
    smtpUrl: null,
    smtpTls: null,
    mailFrom: "Depositary <depositary@localhost>",
    notifications: { prefix: "DN", languages: ["en"] },
    objectsUrl: null,
    seal: null,
    timestamps: null,
    revocation: { folder: null, hosts: [], policies: { everyone: null, of: {} } },
    partyTrustDir: null,
    log: null,
    logCheckpointFile: null,
    demo: true,
    demoAgreements: true,
  });
});

test("everything may be set", () => {
  const config = readConfig({
    HOST: "0.0.0.0",
    PORT: "8443",
    PUBLIC_URL: "https://treaties.example/",
    DATA_DIR: "/srv/données",
    DATABASE_URL: "postgres://u:p@db.example/treaties",
    DATABASE_OWNER_URL: "postgres://o:p@db.example/treaties",
    DATABASE_QUEUE_URL: "postgres://q:p@db.example/treaties",
    REDIS_URL: "rediss://cache.example:6380",
    SMTP_URL: "smtps://u:p@mail.example",
    MAIL_FROM: "Treaty Section <treaties@un.example>",
    OBJECTS_URL: "s3://key:se%2Fcret@store.example:9000/objects?region=eu-1&tls=false",
    SEAL_KEY_FILE: "key.pem",
    SEAL_CERT_FILE: "cert.pem",
    LOG_KEY_FILE: "log.pem",
    LOG_CHECKPOINT_FILE: "/mnt/other/checkpoint",
    LOG_ORIGIN: "treaties.example/evidence",
    TIMESTAMP_URL: "http://clock.example/tsr",
    TIMESTAMP_TRUST_FILE: "clock.pem",
    TIMESTAMP_POLICY: "1.2.3.4.1",
    REVOCATION_DIR: "lists",
    REVOCATION_HOSTS: "lists.example, ca.example:8080",
    REVOCATION_POLICY: "preferred, KZ=required, seal=none",
    PARTY_TRUST_DIR: "parties",
    OIDC_ISSUER: "https://sign-in.ministry.example",
    OIDC_CLIENT_ID: "depositary",
    OIDC_CLIENT_SECRET: "hush",
    TRUSTED_PROXIES: "1",
  });
  expect(config).toMatchObject({
    publicUrl: "https://treaties.example",
    dataDir: resolve("/srv/données"),
    seal: { kind: "pem", keyFile: "key.pem", certFile: "cert.pem", chainFile: null },
    log: { keyFile: resolve("log.pem"), origin: "treaties.example/evidence" },
    logCheckpointFile: "/mnt/other/checkpoint",
    timestamps: { url: "http://clock.example/tsr", trustFile: "clock.pem", policy: "1.2.3.4.1" },
    revocation: {
      folder: "lists",
      hosts: ["lists.example", "ca.example:8080"],
      policies: { everyone: "preferred", of: { KZ: "required", seal: "none" } },
    },
    partyTrustDir: "parties",
    provider: { clientId: "depositary", insecure: false },
    trustedProxies: 1,
  });
});

test.each([
  [{}, true],
  [{ HOST: "::1" }, true],
  [{ HOST: "localhost" }, true],
  [{ HOST: "0.0.0.0" }, false],
  [{ HOST: "::" }, false],
  [{ HOST: "127.0.0.1.example.org" }, false],
  [{ HOST: "127.evil.example" }, false],
  [{ HOST: "127.1.2.300" }, false],
  [{ DATABASE_URL: "postgres://localhost/depositary" }, false],
  [{ PUBLIC_URL: "https://treaties.example" }, false],
  [{ PUBLIC_URL: "http://localhost:3000" }, false],
  [{ TRUSTED_PROXIES: "1" }, false],
])(
  "demo people need the bundled database, a loopback address and nobody in front: %j",
  (env, demo) => {
    expect(readConfig(env).demo).toBe(demo);
  },
);

test.each([
  ["LOG_LEVEL", "verbose"],
  ["LOG_LEVEL", "INFO"],
  ["METRICS_TOKEN", "short"],
  ["METRICS_TOKEN", "with spaces in the middle"],
  ["METRICS_PORT", "http"],
  ["METRICS_HOST", "10.0.0.7"],
  ["OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"],
  ["PORT", "65536"],
  ["PORT", "3e3"],
  ["PORT", "-1"],
  ["DATABASE_STATEMENT_TIMEOUT", "0"],
  ["DATABASE_STATEMENT_TIMEOUT", "10s"],
  ["DATABASE_LOCK_TIMEOUT", "11"],
  ["DATABASE_IDLE_TIMEOUT", "never"],
  ["DEMONSTRATION_SEAL", "yes"],
  ["DEMONSTRATION_SEAL", "ALLOWED"],
  ["DEMO_AGREEMENTS", "no"],
  ["PDF_FORMAT", "PDF/A-3b"],
  ["TRUSTED_PROXIES", "true"],
  ["PUBLIC_URL", "treaties.example"],
  ["PUBLIC_URL", "https://treaties.example/app"],
  ["DATABASE_URL", "mysql://localhost/x"],
  ["DATABASE_URL", "postgres://"],
  ["DATABASE_OWNER_URL", "postgres://owner:secret@db.example/treaties"],
  ["DATABASE_QUEUE_URL", "postgres://jobs:secret@db.example/treaties"],
  ["REDIS_URL", "localhost:6379"],
  ["SMTP_URL", "mail.example:25"],
  ["SMTP_URL", "smtp://u:p@mail.example?ignoreTLS=true"],
  ["SMTP_TLS", "no"],
  ["MAIL_FROM", "nobody"],
  ["MAIL_FROM", "A <a@b>\r\nBcc: c@d"],
  ["OBJECTS_URL", "/srv/objects"],
  ["OBJECTS_URL", "file://srv/objects"],
  ["OBJECTS_URL", "s3://store.example/objects"],
  ["OBJECTS_URL", "s3://k:s@store.example/a/b"],
  ["OBJECTS_URL", "s3://k:s@store.example/a?tls=no"],
  ["OBJECTS_URL", "s3://k:s@store.example/a?acl=public"],
  ["REVOCATION_POLICY", "sometimes"],
  ["REVOCATION_POLICY", "KZ:required"],
  ["REVOCATION_POLICY", "required, preferred"],
  ["REVOCATION_POLICY", "KZ=none, KZ=required"],
  ["SEAL_KEY_FILE", "key.pem"],
  ["SEAL_CHAIN_FILE", "chain.pem"],
  ["LOG_KEY_FILE", "log.pem"],
  ["LOG_ORIGIN", "treaties.example/evidence"],
  ["TIMESTAMP_URL", "clock.example"],
  ["TIMESTAMP_URL", "http://clock.example/"],
  ["TIMESTAMP_TRUST_FILE", "clock.pem"],
  ["TIMESTAMP_POLICY", "1.2.3"],
  ["TIMESTAMP_POLICY", "qualified"],
  ["REVOCATION_HOSTS", "lists.example, https://lists.example/ca.crl"],
])("%s cannot be %j, and one sentence says so", (name, value) => {
  const read = () => readConfig({ [name]: value });
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(new RegExp(`${name}.*\\.$`));
});

test.each(["smtps://mail.example", "smtp://u:p@mail.example", "smtp://u:p@127.evil.example"])(
  "letters to %s are not sent in clear, and one sentence says so",
  (url) => {
    const read = () => readConfig({ SMTP_URL: url, SMTP_TLS: "none" });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/^SMTP_TLS=none .*\.$/);
    expect(readConfig({ SMTP_URL: "smtp://relay.lan", SMTP_TLS: "none" }).smtpTls).toBe("none");
  },
);

test("the office's zone is a zone of the IANA database", () => {
  expect(readConfig({ OFFICE_ZONE: "Asia/Almaty" }).zone).toBe("Asia/Almaty");
  for (const zone of ["+05:00", "Almaty", "Asia/Nowhere"]) {
    expect(() => readConfig({ OFFICE_ZONE: zone })).toThrow(/OFFICE_ZONE .*Asia\/Almaty/);
  }
});

test("notifications have a prefix and working languages that can be printed", () => {
  expect(readConfig({}).notifications).toEqual({ prefix: "DN", languages: ["en"] });
  const set = readConfig({ NOTIFICATION_PREFIX: "HUB-N", WORKING_LANGUAGES: "en, ru,ar,en" });
  expect(set.notifications).toEqual({ prefix: "HUB-N", languages: ["en", "ru", "ar"] });
  for (const NOTIFICATION_PREFIX of ["dn", "D N", "C.N", "X".repeat(13)]) {
    expect(() => readConfig({ NOTIFICATION_PREFIX })).toThrow(/NOTIFICATION_PREFIX must be/);
  }
  expect(() => readConfig({ WORKING_LANGUAGES: "English" })).toThrow(/WORKING_LANGUAGES must be/);
});

test("the log's name can stand in a checkpoint", () => {
  for (const LOG_ORIGIN of ["two words", "https://x+y", "a\nb", "x".repeat(101)]) {
    const read = () => readConfig({ LOG_KEY_FILE: "log.pem", LOG_ORIGIN });
    expect(read).toThrow(/^LOG_ORIGIN must look like/);
  }
});

test("a password in a wrong URL is not repeated", () => {
  const read = () => readConfig({ DATABASE_URL: "mysql://u:hush@db.example/x" });
  expect(read).toThrow(/^(?!.*hush)/);
});

test.each([
  ["DEMONSTRATION_SEAL", "yes", '"allowed" or not set'],
  ["DEMO_AGREEMENTS", "some", "one of all, none"],
  ["PDF_FORMAT", "A4", "one of PDF/A-2a, PDF/A-3a"],
])("what %s allows is said if it is set to %s", (name, value, allowed) => {
  expect(() => readConfig({ [name]: value })).toThrow(
    `${name} must be ${allowed}, not "${value}".`,
  );
});

test("figures are read on this machine, or with a token", () => {
  const { metrics } = readConfig({ METRICS_PORT: "9464" }).observe;
  expect(metrics).toEqual({ token: null, listener: { host: "localhost", port: 9464 } });
  const open = () => readConfig({ METRICS_PORT: "9464", METRICS_HOST: "0.0.0.0" });
  expect(open).toThrow(/^METRICS_HOST .* METRICS_TOKEN .*\.$/);
  const token = "a-token-of-thirty-two-characters";
  const guarded = { METRICS_PORT: "9464", METRICS_HOST: "0.0.0.0", METRICS_TOKEN: token };
  expect(readConfig(guarded).observe.metrics).toEqual({
    token,
    listener: { host: "0.0.0.0", port: 9464 },
  });
});

test("traces go where they are told to, under a name of their own", () => {
  const OTEL_EXPORTER_OTLP_ENDPOINT = "http://collector.example:4318";
  expect(readConfig({ OTEL_EXPORTER_OTLP_ENDPOINT }).observe.tracing).toEqual({
    endpoint: OTEL_EXPORTER_OTLP_ENDPOINT,
    service: "depositary",
  });
});
