export type Seat = { party: string; place: number };

/**
 * Seats the parties at the table; places count from the left as the public sees it. The first party gets the middle or,
 * of two middle places, the left one, at the host's right hand. The others follow by protocol order, on alternating
 * sides and farther out. A participating host comes first among several and last of two: the guest has the place of
 * honour. This is practice, and the officer can change it.
 */
export function tablePlan(parties: string[], host: string | null = null): Seat[] {
  const order = inOrder(parties, host);
  const middle = Math.floor((order.length + 1) / 2);
  return order
    .map((party, index) => ({ party, place: middle + offset(index) }))
    .sort((a, b) => a.place - b.place);
}

function inOrder(parties: string[], host: string | null): string[] {
  if (host === null || !parties.includes(host)) return parties;
  const others = parties.filter((party) => party !== host);
  return parties.length === 2 ? [...others, host] : [host, ...others];
}

/** 0, +1, -1, +2, -2 … */
function offset(index: number): number {
  return index % 2 === 1 ? (index + 1) / 2 : -index / 2;
}

/** Whether each party has one place, and the places run from 1 to the number of parties. */
export function isComplete(seats: Seat[], parties: string[]): boolean {
  const places = new Set(seats.map(({ place }) => place));
  const seated = new Set(seats.map(({ party }) => party));
  return (
    seats.length === parties.length &&
    parties.every((party) => seated.has(party)) &&
    parties.every((_, index) => places.has(index + 1))
  );
}
