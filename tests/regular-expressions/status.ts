import { checkSync } from "recheck";
import { consuming, isBounded, lowered, unbounded } from "./counts.ts";
import { halvesOf } from "./halves.ts";
import type { Expression } from "./literals.ts";
import { isOfWords } from "./of-words.ts";

export type Status = "safe" | "vulnerable" | "unknown";

const statuses = new Map<string, Status>();
/** A longer expression has more words than the checker waits for: it is parted first. */
const maxWhole = 2500;
const [timeout, short] = [60_000, 1_000];

/**
 * Whether a search takes linear time, whatever the text. It takes up to a minute, and minutes for an expression of
 * many words that is not found safe as a whole: its alternatives are then parted until each part is safe or one is not.
 */
export function statusOf({ source, flags }: Expression): Status {
  const own = flags.replaceAll("v", "u");
  const key = `${own} ${source}`;
  // Several files have the same expression.
  const status = statuses.get(key) ?? judge(source, own);
  statuses.set(key, status);
  return status;
}

function judge(source: string, flags: string): Status {
  if (isOfWords(source)) return "safe";
  const open = unbounded(source);
  const counted = open !== source;
  if (counted && isExponential(open, flags)) return "vulnerable";
  if (isBounded(source)) return "safe";
  const fewer = lowered(consuming(source));
  const whole = source.length > maxWhole ? "unknown" : checkSync(fewer, flags, { timeout }).status;
  return whole === "safe" ? whole : (judgeHalves(source, flags) ?? whole);
}

/** The worse of the two; null for an expression without alternatives. */
function judgeHalves(source: string, flags: string): Status | null {
  const halves = halvesOf(source);
  if (!halves) return null;
  for (const half of halves) {
    const status = statusOf({ source: half, flags });
    if (status !== "safe") return status;
  }
  return "safe";
}

function isExponential(source: string, flags: string): boolean {
  const found = checkSync(source, flags, { timeout: short });
  return found.status === "vulnerable" && found.complexity.type === "exponential";
}
