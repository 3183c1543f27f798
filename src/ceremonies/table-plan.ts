export type Seat = { party: string; place: number };

/**
 * Who sits where at the table, places counted from the left as the public sees it. The party that stands
 * first has the middle, or of two middle places the left one, which is at the host's right hand; the others follow by
 * protocol order, in turn to the other side and farther out. The host, where it takes part, stands first
 * among several and last of two: the guest has the place of honour. Practice, and the officer may change it.
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

/** Whether each of the parties has one place, and the places are 1 to their number. */
export function isComplete(seats: Seat[], parties: string[]): boolean {
  const places = new Set(seats.map(({ place }) => place));
  const seated = new Set(seats.map(({ party }) => party));
  return (
    seats.length === parties.length &&
    parties.every((party) => seated.has(party)) &&
    parties.every((_, index) => places.has(index + 1))
  );
}
