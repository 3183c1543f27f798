import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The files that take longest, the longest first: seconds on two idle cores. A long file that starts last leaves the other
 * workers idle. Refresh it from the durations that a run prints.
 */
const longest: Record<string, number> = {
  "web/every-page.test.ts": 87,
  "web/shared-machine.test.ts": 75,
  "faults/killed-sealing.test.ts": 72,
  "web/walk.test.ts": 66,
  "e2e/service.test.ts": 55,
  "web/coming-back.test.ts": 52,
  "web/drafting.test.ts": 45,
  "web/office-journey.test.ts": 43,
  "e2e/demo.test.ts": 34,
  "web/signing.test.ts": 31,
  "signatures/own-certificate.test.ts": 31,
  "web/secretariat.test.ts": 30,
  "web/newcomer.test.ts": 30,
  "web/representative.test.ts": 29,
  "text/compare.test.ts": 29,
  "faults/killed-sequencer.test.ts": 29,
  "web/office.test.ts": 28,
  "evidence/verify-export.test.ts": 27,
  "e2e/demo-agreements.test.ts": 27,
  "web/party-pickers.test.ts": 26,
  "web/home.test.ts": 26,
  "http/matrix/matrix.test.ts": 26,
  "web/review.test.ts": 25,
  "regular-expressions/regular-expressions.test.ts": 25,
  "pdf/good/good.test.ts": 25,
  "jobs/queue-faults.test.ts": 25,
  "web/paste.test.ts": 24,
  "web/comparison.test.ts": 24,
  "pdf/levels/compromised-clock.test.ts": 24,
  "signatures/revocation-policy.test.ts": 23,
  "pdf/instrument-extremes.test.ts": 23,
  "e2e/three-parties.test.ts": 23,
  "e2e/archive-renew.test.ts": 23,
  "text/markdown.test.ts": 22,
  "jobs/letters.test.ts": 22,
  "edge/database.test.ts": 22,
  "accounts/conference.test.ts": 22,
  "web/ceremonies.test.ts": 20,
  "embedded/restart.test.ts": 20,
  "pdf/attacks/hostile.test.ts": 19,
  "pdf/attacks/last-cms.test.ts": 18,
  "http/fuzz/fuzz.test.ts": 18,
  "database/backup.test.ts": 18,
  "web/account.test.ts": 17,
  "pdf/languages/declaration.test.ts": 17,
  "jobs/seal-time.test.ts": 17,
  "agreements/races.test.ts": 17,
  "agreements/last-signature.test.ts": 17,
  "web/verify.test.ts": 16,
  "negotiation/six-parties.test.ts": 16,
  "workflows/paths.test.ts": 15,
  "web/register.test.ts": 15,
  "web/archive.test.ts": 15,
  "jobs/annex-in-log.test.ts": 14,
  "e2e/demonstration.test.ts": 14,
  "web/word-page.test.ts": 13,
  "pdf/levels/renew.test.ts": 13,
  "database/half-restored.test.ts": 13,
  "templates/places.test.ts": 12,
  "agreements/returns.test.ts": 12,
  "http/fuzz/bodies.test.ts": 11,
  "edge/bodies.test.ts": 11,
  "jobs/outages.test.ts": 10,
  "isolation/plain-owner.test.ts": 10,
  "evidence/log.test.ts": 10,
  "pdf/levels/attacks.test.ts": 9,
  "pdf/evidence-annex.test.ts": 9,
  "pdf/bad-input.test.ts": 9,
  "workflows/participation.test.ts": 8,
  "pdf/levels/tokens.test.ts": 8,
  "pdf/attacks/rewritten-cms.test.ts": 8,
  "jobs/queue.test.ts": 8,
  "isolation/injection.test.ts": 8,
  "faults/clocks-apart.test.ts": 8,
  "edge/lifecycle.test.ts": 8,
  "e2e/render.test.ts": 8,
};

/** Starts the longest files first, then the rest as Vitest would: by their size. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const secondsOf = ({ moduleId }: TestSpecification) =>
      longest[moduleId.slice(moduleId.lastIndexOf("/tests/") + "/tests/".length)] ?? 0;
    return sorted.sort((a, b) => secondsOf(b) - secondsOf(a));
  }
}
