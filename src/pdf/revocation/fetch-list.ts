import { readAtMost } from "../timestamp/read-at-most.ts";

/** Some two million entries. */
const largestListBytes = 64 * 1024 * 1024;

/** Fetches a list by HTTP, without redirects. `why` continues the phrase "it cannot be had:". */
export async function fetchList(
  url: URL,
  milliseconds: number,
): Promise<{ bytes: Uint8Array } | { why: string }> {
  const signal = AbortSignal.timeout(milliseconds);
  try {
    const response = await fetch(url, { redirect: "manual", signal });
    if (response.status >= 300 && response.status < 400) {
      return { why: `it answered ${response.status}, and redirections are not followed` };
    }
    if (!response.ok) return { why: `it answered ${response.status}` };
    return { bytes: await readAtMost(response, largestListBytes) };
  } catch (error) {
    if (signal.aborted) return { why: `it did not answer within ${milliseconds / 1000} s` };
    const isTooLong = error instanceof Error && error.message.startsWith("the answer is longer");
    return { why: isTooLong ? (error as Error).message : "nobody answers there" };
  }
}
