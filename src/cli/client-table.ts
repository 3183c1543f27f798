import { channels, deskKinds, sentKinds } from "#src/desk/kinds.ts";
import { actTypes, rowOf } from "#workflows/acts.ts";
import { receivedOnPaper } from "#workflows/received-acts.ts";

/** What the app knows of each act that has a resource; the rules on who may take it stay on the server. */
export function clientTable(): string {
  const rows = actTypes.flatMap((act) => {
    const { resource, group, leads } = rowOf(act);
    const onPaper = receivedOnPaper.some((one) => one === resource) ? ", onPaper: true" : "";
    const place = (group ? `, group: "${group}"` : "") + (leads ? ", leads: true" : "") + onPaper;
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

/** What the app knows of the desk's register: the kinds of papers, those that the office sends, and how they travel. */
export function clientKinds(): string {
  return [
    "// Made by `npm run web:types` from src/desk/kinds.ts; a test compares them.",
    ...Object.entries({ deskKinds, sentKinds, channels }).flatMap(([name, kinds]) => [
      "// biome-ignore format: one list, one line",
      `export const ${name} = ${JSON.stringify(kinds)} as const;`,
    ]),
    "",
  ].join("\n");
}
