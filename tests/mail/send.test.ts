import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { isLoopback } from "#src/config/env.ts";
import { listLetters } from "#src/mail/list-letters.ts";
import type { Mail } from "#src/mail/mail.ts";
import { type Letter, openMail } from "#src/mail/send.ts";
import { compose } from "#src/mail/send-compose.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { parseMessage } from "#tests/support/message.ts";
import { type SmtpSink, startSmtp } from "#tests/support/smtp.ts";

const mailFrom = "Секретариат «Депозитарий» <treaties@un.example>";
const folder = freshFolder();
const dataDir = join(folder.path, "data");
let sink: SmtpSink;
let smtp: Mail;
let toFolder: Mail;

beforeAll(async () => {
  sink = await startSmtp();
  smtp = openMail({ smtpUrl: sink.url, mailFrom, dataDir });
  toFolder = openMail({ smtpUrl: null, mailFrom, dataDir });
});
afterEach(() => {
  sink.received.length = 0;
});
afterAll(async () => {
  await smtp.close();
  await sink.close();
  folder.remove();
});

const letter: Letter = {
  messageId: "<17.0b1f@treaties.example>",
  to: "delegate@mfa.example",
  subject: "اتفاق التعاون: يرجى المراجعة — 2026/0017",
  text: "Подпишите, пожалуйста.\n\n.\nA line with a dot alone.",
  html: '<p lang="ru">Подпишите, пожалуйста.</p>',
  language: "ar",
};

test("a letter arrives whole, in its language, marked as sent by a program", async () => {
  await smtp.send(letter);
  const [got] = sink.received;
  expect(got?.headers).toMatchObject({
    "message-id": letter.messageId,
    from: mailFrom,
    to: letter.to,
    subject: letter.subject,
    "content-language": "ar",
    "auto-submitted": "auto-generated",
  });
  expect(got?.text.trimEnd()).toBe(letter.text);
  expect(got?.html.trimEnd()).toBe(letter.html);
  expect(got?.recipients).toEqual([letter.to]);
  expect(got?.sender).toBe("treaties@un.example");
});

test("a letter that the mail server puts off is a fault, and the next attempt has the same Message-ID", async () => {
  sink.refuse(1);
  await expect(smtp.send(letter)).rejects.toThrow("451");
  await smtp.send(letter);
  await smtp.send(letter);
  expect(sink.received.map(({ headers }) => headers["message-id"])).toEqual([
    letter.messageId,
    letter.messageId,
  ]);
});

test("a mail server that is away is a fault", async () => {
  const away = await startSmtp();
  await away.close();
  const mail = openMail({ smtpUrl: away.url, mailFrom, dataDir });
  await expect(mail.send(letter)).rejects.toThrow("ECONNREFUSED");
  await mail.close();
});

/** Sends one letter to the sink by another of its names; the number of letters that arrived. */
async function sendTo(hostname: string, more: { user?: boolean; tls?: "required" | "none" } = {}) {
  const url = new URL(sink.url);
  url.hostname = hostname;
  if (more.user) Object.assign(url, { username: "u", password: "p" });
  const mail = openMail({ smtpUrl: url.href, smtpTls: more.tls ?? null, mailFrom, dataDir });
  try {
    await mail.send(letter);
  } finally {
    await mail.close();
  }
  return sink.received.length;
}

test("to a far server that offers no encryption no letter is sent, with or without a password", async () => {
  expect(await sendTo("127.0.0.1", { user: true })).toBe(1);
  // The same server by a name that is not this machine's loopback.
  await expect(sendTo("0.0.0.0", { user: true })).rejects.toThrow(/STARTTLS/i);
  await expect(sendTo("0.0.0.0")).rejects.toThrow(/STARTTLS/i);
  await expect(sendTo("127.0.0.1", { tls: "required" })).rejects.toThrow(/STARTTLS/i);
  expect(sink.received).toHaveLength(1);
});

test("an operator who trusts the network to a far server can say so", async () => {
  expect(await sendTo("0.0.0.0", { tls: "none" })).toBe(1);
});

test.each([
  ["localhost", true],
  ["LOCALHOST", true],
  ["127.0.0.1", true],
  ["127.255.255.254", true],
  ["::1", true],
  ["[::1]", true],
  ["::ffff:127.0.0.1", true],
  ["127.evil.example", false],
  ["127.0.0.1.evil.example", false],
  ["localhost.evil.example", false],
  ["127.0.0.256", false],
  ["127.0.0", false],
  ["128.0.0.1", false],
  ["0.0.0.0", false],
  ["::", false],
  ["::ffff:192.0.2.1", false],
])("%s is this machine: %s", (host, isHere) => {
  expect(isLoopback(host)).toBe(isHere);
});

test("without a mail server letters lie in a folder, the same one once, the newest first", async () => {
  const other = { ...letter, messageId: "<18.0b1f@treaties.example>", subject: "Second" };
  await toFolder.send(letter);
  await toFolder.send(letter);
  const [first] = await listLetters(dataDir);
  await toFolder.send(other);
  // Their order is that of the files' times, which may be equal within one tick of the disk's clock.
  const earlier = new Date(Date.parse(first?.date ?? "") - 1000);
  for (const end of ["json", "eml"]) {
    utimesSync(join(dataDir, "letters", first?.file.replace(/eml$/, end) ?? ""), earlier, earlier);
  }
  writeFileSync(join(dataDir, "letters", "unfinished.json.tmp"), "{");
  const letters = await listLetters(dataDir);
  expect(letters).toMatchObject([other, letter]);
  expect(letters[1]?.date).toBe(earlier.toISOString());
  const path = join(dataDir, "letters", letters[1]?.file ?? "");
  const kept = parseMessage(readFileSync(path, "utf8"));
  expect(kept.headers).toMatchObject({
    subject: letter.subject,
    "auto-submitted": "auto-generated",
  });
  expect(kept.text.trimEnd()).toBe(letter.text);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(dataDir, "letters"))).toHaveLength(5);
});

test("a data folder without letters has none", async () => {
  expect(await listLetters(join(folder.path, "empty"))).toEqual([]);
});

test.each([
  ["messageId", "17"],
  ["messageId", "<a@b>\r\nBcc: <c@d>"],
  ["messageId", "<../../../etc/cron.d/x@y>"],
  ["to", "a@b.example\r\nBcc: c@d.example"],
  ["to", "a@b.example, c@d.example"],
  ["to", "Group: a@b.example;"],
  ["to", "<a@b.example>"],
  ["to", "a b@c.example"],
  ["to", ""],
  ["subject", "Hello\r\nBcc: c@d.example"],
  ["subject", " "],
  ["subject", "Hello\nworld"],
  ["subject", "Hello\u0000"],
  ["subject", "Hello\u2028world"],
  ["language", "en\r\nX: y"],
  ["language", ""],
] as const)("a letter with the %s %j is not sent by any way", async (field, value) => {
  const bad = { ...letter, [field]: value };
  await expect(smtp.send(bad)).rejects.toThrow("A letter cannot have");
  await expect(toFolder.send(bad)).rejects.toThrow("A letter cannot have");
  expect(sink.received).toEqual([]);
});

test("whatever a title says, it adds no header and no recipient", async () => {
  const names = async (subject: string, text: string) => {
    sink.received.length = 0;
    await smtp.send({ ...letter, subject, text });
    expect(sink.received).toHaveLength(1);
    const [got] = sink.received;
    expect(got?.recipients).toEqual([letter.to]);
    return Object.keys(got?.headers ?? {}).sort();
  };
  const usual = await names("Hello", "Hello");
  const printable = fc.string({ unit: "grapheme", minLength: 1, maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(
      printable,
      fc.string({ unit: "binary", minLength: 1 }),
      async (subject, text) => {
        try {
          compose({ ...letter, subject }, mailFrom);
        } catch {
          return;
        }
        expect(await names(subject, text)).toEqual(usual);
        expect(sink.received[0]?.headers.subject?.trim()).toBe(subject.trim());
      },
    ),
    { seed: 20261123, numRuns: 200 },
  );
});
