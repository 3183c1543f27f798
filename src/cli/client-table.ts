import { actTypes, rowOf } from "#workflows/acts.ts";

/** What the app knows of each act that has a resource; the rules on who may take it stay on the server. */
export function clientTable(): string {
  const rows = actTypes.flatMap((act) => {
    const { resource, group, leads } = rowOf(act);
    const place = (group ? `, group: "${group}"` : "") + (leads ? ", leads: true" : "");
    return resource || group
      ? [`  { act: "${act}", resource: ${JSON.stringify(resource)}${place} },`]
      : [];
  });
  return [
    "// Made by `npm run web:types` from workflows/acts.ts; a test compares them.",
    "// biome-ignore format: one act, one line",
    "export const table = [",
    ...rows,
    "] as const;",
    "",
  ].join("\n");
}
