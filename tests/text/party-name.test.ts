import { expect, test } from "vitest";
import { knownParties } from "#src/text/party-name.ts";

test("every party has its official name in each working language", () => {
  for (const { code, names } of knownParties) {
    for (const language of ["en", "ru", "ar", "kk", "fr"]) {
      expect(names[language]?.length, `${code} ${language}`).toBeGreaterThan(2);
    }
  }
});
