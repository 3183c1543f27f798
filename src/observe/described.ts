/** From the most verbose to the most serious. */
export const levels = ["debug", "info", "warn", "error"] as const;
export type Level = (typeof levels)[number];

/** What is known of an event: its level, the subsystem it comes from, its message and its fields. */
export type Described = { level: Level; from: string; says: string; fields: readonly string[] };
