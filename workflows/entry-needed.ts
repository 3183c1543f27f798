import type { Needed } from "./entry-conditions.ts";

const shares = {
  all: [1, 1],
  "two-thirds": [2, 3],
  "three-quarters": [3, 4],
  "four-fifths": [4, 5],
} as const;

/** How many parties of a set are needed; a share is rounded up. */
export function numberOf(needed: Needed, total: number): number {
  if (typeof needed === "number") return needed;
  if (needed === "majority") return Math.floor(total / 2) + 1;
  const [part, whole] = shares[needed];
  return Math.ceil((total * part) / whole);
}

/** The share as the derivation writes it, such as `2/3`. */
export function shareText(needed: Exclude<Needed, number | "all" | "majority">): string {
  return shares[needed].join("/");
}
