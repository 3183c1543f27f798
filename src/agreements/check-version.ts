import { Refusal } from "#src/errors.ts";
import type { AgreementRow } from "./find.ts";
import type { Command } from "./scene.ts";

/** Refuses an act if the person saw another version of the agreement, or named no version. */
export function checkVersion({ version }: AgreementRow, seen: Command["version"]): void {
  if (seen === "any" || seen === version) return;
  if (seen === null) {
    throw new Refusal("version-required", "Send the version you have seen in If-Match.");
  }
  throw new Refusal("stale-version", "The agreement has changed since. Reload and try again.");
}
