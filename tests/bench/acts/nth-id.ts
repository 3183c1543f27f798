/** The id of the nth agreement, which pgbench and other processes can compute too. */
export function nthId(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
}
