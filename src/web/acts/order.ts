import type { Act } from "./form.ts";
import { table } from "./table.ts";

type Row = (typeof table)[number];

/** The groups in which the office sees acts, in the order in which a page shows them. */
const groups = ["text", "signing", "force", "later", "archive"] as const satisfies readonly Group[];

export type Group = Extract<Row, { group: string }>["group"];

/** Sorts acts into groups. Acts that belong to no group are left out. */
export function grouped<Item extends { act: Act }>(acts: Item[]): [Group, Item[]][] {
  return groups.flatMap((group) => {
    const order = table.filter((row) => "group" in row && row.group === group);
    const own = order.flatMap(({ act }) => acts.find((one) => one.act === act) ?? []);
    return own.length > 0 ? [[group, own] as [Group, Item[]]] : [];
  });
}

/** The act most likely to be taken next. */
export function firstOf(acts: { act: Act; allowed: boolean }[]): Act | null {
  const leading = table.filter((row) => "leads" in row).map(({ act }) => act);
  return leading.find((act) => acts.some((one) => one.act === act && one.allowed)) ?? null;
}
