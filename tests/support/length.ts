/** How many trials a race or a property gets: few in `npm test`, the full count in `npm run test:long`. */
export function trials({ short, long }: { short: number; long: number }): number {
  return process.env.TEST_LENGTH === "long" ? long : short;
}
