import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A new folder for a test's data, which PostgreSQL's account can pass through when the tests run as
 * root; `remove` takes it away with all that is in it.
 */
export function freshFolder(
  prefix = "depositary-test-",
  place = tmpdir(),
): { path: string; remove(): void } {
  const path = mkdtempSync(join(place, prefix));
  chmodSync(path, 0o711);
  // A process that ends just now may still write into it.
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  return { path, remove };
}
