import { Refusal } from "#src/errors.ts";
import type { AgreementRow } from "./find.ts";
import type { Command } from "./scene.ts";

/**
 * Refuses an act if the person saw an older version of the agreement, or named no version. A version since which the
 * service has only reported sealed papers is as good as the current one.
 */
export function checkVersion(
  { version, changed_version }: Pick<AgreementRow, "version" | "changed_version">,
  seen: Command["version"],
): void {
  if (seen === "any" || seen === version) return;
  if (seen === null) {
    throw new Refusal("version-required", "Send the version you have seen in If-Match.");
  }
  if (changed_version !== null && seen >= changed_version && seen < version) return;
  throw new Refusal("stale-version", "The agreement has changed since. Reload and try again.");
}
