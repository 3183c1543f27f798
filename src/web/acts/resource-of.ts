import { table } from "./table.ts";

type Row = Extract<(typeof table)[number], { resource: string }>;

/** The acts that are taken by a resource of an agreement. */
export type Taken = Row["act"];

/** The resource by which an act is taken: `approvals` for `approve`. */
export type ResourceOf<Type extends Taken> = Extract<Row, { act: Type }>["resource"];

const resources = new Map<string, string | null>(table.map(({ act, resource }) => [act, resource]));

export function resourceOf<Type extends Taken>(act: Type): ResourceOf<Type> {
  return resources.get(act) as ResourceOf<Type>;
}
