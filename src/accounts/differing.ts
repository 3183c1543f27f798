import { isDeepStrictEqual } from "node:util";
import type { Worded } from "#src/db/columns.ts";
import type { Person, Role } from "#src/people/person.ts";

/** The changeable fields of a person, with their current values. */
export type Changeable = Omit<Person, "id" | "roles"> & { roles: string[]; state: string };

/** Compares two values; the order of roles does not count. */
const same = (a: unknown, b: unknown) =>
  isDeepStrictEqual(Array.isArray(a) ? a.toSorted() : a, Array.isArray(b) ? b.toSorted() : b);

/** The requested fields whose values differ from the person's own. */
export function differing(person: Changeable, change: PersonChange): PersonChange {
  const asked = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    asked.filter(([name, value]) => !same(value, person[name as keyof Changeable])),
  );
}

/** The same fields as in `change`, with their current values. */
export function valuesBefore(person: Changeable, change: PersonChange): PersonChange {
  const names = Object.keys(change) as (keyof PersonChange)[];
  return Object.fromEntries(names.map((name) => [name, person[name]])) as PersonChange;
}

export type PersonChange = {
  email?: string | undefined;
  names?: Worded | undefined;
  titles?: Worded | undefined;
  language?: string | undefined;
  roles?: Exclude<Role, "service">[] | undefined;
  party?: string | null | undefined;
  state?: "active" | "suspended" | undefined;
};
