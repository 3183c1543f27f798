/** The largest difference between a process's clock and the database's, in milliseconds, before it stops acting. */
export const maxApartMs = 2000;

/**
 * The least difference between our clock and the database's, in milliseconds: positive if ours is ahead. The database
 * read its time at some moment between `sent` and `received`, so a slow answer never counts against the clock.
 */
export function clockApart(clock: { sent: Date; received: Date }, database: Date): number {
  const [sent, received, told] = [clock.sent, clock.received, database].map((at) => at.getTime());
  if (sent! > told!) return sent! - told!;
  if (received! < told!) return received! - told!;
  return 0;
}

/** One sentence for the operator; null if the clocks agree. */
export function clockFault(apartMs: number): string | null {
  if (Math.abs(apartMs) <= maxApartMs) return null;
  const seconds = (Math.abs(apartMs) / 1000).toFixed(1);
  const side = apartMs > 0 ? "ahead of" : "behind";
  return `The clock of this process is ${seconds} s ${side} the database's: it writes nothing until they agree to within 2 s. Let NTP set the time of both machines.`;
}
