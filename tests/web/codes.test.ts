import { describe, expect, test } from "vitest";
import { sessionMethods } from "#src/accounts/open-session.ts";
import { keyScopes } from "#src/accounts/proof.ts";
import { accountEvents } from "#src/accounts/record-event.ts";
import { jobs } from "#src/jobs/run-job.ts";
import { letterEffect } from "#src/outbox/order-letter.ts";
import { roles } from "#src/people/person.ts";
import { languagesOf } from "#src/text/languages.ts";
import { wordsIn } from "#tests/support/web.ts";
import { actTypes } from "#workflows/acts.ts";
import { sentByJobs } from "#workflows/letters.ts";

/** Codes that the service sends, and where a page puts them into words. */
const codes: [area: string, prefix: string, codes: readonly string[]][] = [
  ["account", "events.of", accountEvents],
  ["secretariat", "events", [...accountEvents, "published", "retired", "restored"]],
  ["account", "sessions.by", sessionMethods],
  ["account", "keys.scope", keyScopes],
  ["record", "history.method", ["passkey", "account", "code", "key", "certificate", "wet-ink"]],
  ["shell", "roles", roles],
  ["acts", "name", actTypes],
  ["secretariat", "jobs.effects", [letterEffect, ...Object.keys(jobs), "other"]],
];

describe.each(languagesOf("interface"))("in %s", (language) => {
  test.each(codes)("every code of %s:%s has its words", async (area, prefix, all) => {
    const say = await wordsIn(language);
    for (const code of all) {
      const words = say(area, `${prefix}.${code}`);
      expect(words).not.toBe(code);
      expect(words.trim()).not.toBe("");
    }
  });

  test("every letter that a job sends is named by what it is about", async () => {
    const say = await wordsIn(language);
    for (const letter of sentByJobs) {
      const about = say("letters", letter);
      expect(about).toMatch(/\p{L}/u);
      expect(about).not.toMatch(/[{}#:]/);
      expect(say("secretariat", "jobs.letters", { about })).toContain(about);
      expect(say("secretariat", "jobs.letterAboutAccount", { about })).toContain(about);
    }
  });
});
