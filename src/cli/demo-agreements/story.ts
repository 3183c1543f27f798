import type { Table } from "./table.ts";

/** One agreement of the demonstration, brought to a stage by the demo people; `tell` returns its id. */
export type Story = { name: string; tell(table: Table): Promise<string> };
