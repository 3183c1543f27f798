/** How many trials a race or a property gets: few in `npm test`, the full count in `npm run test:long`. */
export function trials({ short, long }: { short: number; long: number }): number {
  return process.env.TEST_LENGTH === "long" ? long : short;
}

/** The short run takes every second of the cases in each of two turns, the long one all of them in both. */
export function inTurns<Case>(cases: readonly Case[], turn: 0 | 1): Case[] {
  return cases.filter((_, at) => trials({ short: at % 2, long: turn }) === turn);
}
