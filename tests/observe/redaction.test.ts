import { describe, expect, test } from "vitest";
import { lineWriter } from "#src/observe/line-writer.ts";
import { openLogger, type Writer } from "#src/observe/logger.ts";
import { pinoWriter } from "#src/observe/pino-writer.ts";
import { secretFields } from "#src/observe/redact.ts";

const now = () => new Date("2027-02-01T09:00:00Z");

const writers: Record<string, (write: (text: string) => void) => Writer> = {
  "pino, on Node": (write) => pinoWriter({ level: "debug", now }, { write }),
  "lines of our own, at the edge": (line) => lineWriter({ level: "debug", now, line }),
};

/** A logger and what it has written. */
function open(name: string) {
  const written: string[] = [];
  const writer = writers[name]?.((text) => void written.push(text.trim()));
  if (!writer) throw new Error(name);
  return { log: openLogger(writer), text: () => written.join("\n"), written };
}

const unseen = "wholly-unseen-value";

describe.each(Object.keys(writers))("%s", (name) => {
  test("a line is one object with level, time, subsystem, event and fields", () => {
    const { log, written } = open(name);
    log.child({ job: "seal-7-0", try: 1 }).warn("job-retried", { try: 2, ms: 14 });
    expect(written).toHaveLength(1);
    expect(written[0]).toBe(
      '{"level":"warn","time":"2027-02-01T09:00:00.000Z","from":"jobs","event":"job-retried","job":"seal-7-0","try":2,"ms":14}',
    );
  });

  test.each(secretFields)("%s is never written, however deep it lies", (field) => {
    const { log, text } = open(name);
    const spellings = [field, field.toUpperCase(), `smtp-${field}`, `the_${field}s`, `${field}s`];
    const own = field === "to" || field === "pin" ? spellings.slice(0, 2) : spellings;
    for (const one of own) {
      const secret = { [one]: unseen };
      log.info("act", secret);
      log.info("act", { inner: { list: [{ deep: secret }] } });
      log.child(secret).info("act");
      log.child({ inner: secret }).info("act", { [one]: { nested: [unseen] } });
      log.info("act", { map: new Map([[one, unseen]]) });
    }
    expect(text()).not.toContain(unseen);
    expect(text()).toContain("[secret]");
  });

  test.each([
    ["an address", `Box anna.${unseen}@office.example is full`, unseen],
    ["an address in Kazakh letters", "анна@кеңсе.қаз is unknown", "анна"],
    ["a password in a URL", `connect postgres://serving:${unseen}@db.example/treaties`, unseen],
    ["a code in a link", `GET https://treaties.example/sign-in?code=${unseen}`, unseen],
    ["a code behind the hash of a link", `https://treaties.example/x#token=${unseen}`, unseen],
    ["an API key", `Authorization: Bearer ${unseen}`, unseen],
    ["a password in a sentence", `login failed, password="${unseen}"`, unseen],
    [
      "a session's token",
      "no session VjW3nq0yP5x1b2c3d4e5f6g7h8i9j0kLmNoPqRsTuVw",
      "VjW3nq0yP5x1b2c3d4e5f6g7h8i9j0kLmNoPqRsTuVw",
    ],
    ["a key", `-----BEGIN PRIVATE KEY-----\nMIIE${unseen}\n-----END PRIVATE KEY-----`, "MIIE"],
  ])("%s is taken out of a sentence, an error and its cause", (_, sentence, secret) => {
    const { log, text } = open(name);
    log.warn("warning", { detail: sentence });
    log.error("outage-began", { part: "mail", error: new Error(sentence) });
    const outer = new Error("It failed.", { cause: new Error(sentence) });
    log.error("outage-began", { part: "mail", error: outer });
    expect(text()).not.toContain(secret);
    expect(text()).toContain("caused by");
  });

  test("the value that PostgreSQL does not like is taken out of its sentence", () => {
    const { log, text } = open(name);
    const said = Object.assign(new Error(`invalid input syntax for type uuid: "${unseen}"`), {
      severity: "ERROR",
      detail: `Key (email)=(${unseen}) already exists.`,
    });
    log.error("loop-failed", { loop: "relay", error: said });
    expect(text()).not.toContain(unseen);
    expect(text()).toContain("invalid input syntax for type uuid");
  });

  test("ids, digests, route patterns and stacks stay as they are", () => {
    const { log, written } = open(name);
    const fields = {
      agreement: "0b1f8f0e-6a54-4a0e-9a4f-0d6f6c7a9d11",
      route: "/api/v1/agreements/{id}/approvals",
      trace: "4bf92f3577b34da6a3ce929d0e0e4736",
      digest: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    };
    log.info("request", fields);
    expect(JSON.parse(written[0] ?? "")).toMatchObject(fields);
    log.error("loop-failed", { error: new Error("It failed.") });
    expect(JSON.parse(written[1] ?? "").error).toMatch(/^Error: It failed\.\n\s+at .*:\d+/);
  });

  test("bytes are counted and not written, and neither circles nor long texts fill a line", () => {
    const { log, written } = open(name);
    const circle: Record<string, unknown> = { size: 1 };
    circle.self = circle;
    log.info("act", { held: new Uint8Array(4096), circle, long: "word ".repeat(10_000) });
    const [line = ""] = written;
    expect(JSON.parse(line).held).toBe("[4096 B]");
    expect(line.length).toBeLessThan(60_000);
  });

  test("nothing below the level is written", () => {
    const written: string[] = [];
    const line = (text: string) => void written.push(text);
    const writer = name.startsWith("pino")
      ? pinoWriter({ level: "warn", now }, { write: line })
      : lineWriter({ level: "warn", now, line });
    const log = openLogger(writer);
    log.debug("probe");
    log.info("request");
    expect(written).toEqual([]);
    log.warn("warning");
    log.error("request-failed");
    expect(written).toHaveLength(2);
  });
});
