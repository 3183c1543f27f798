/** Where a page of a list ends: the time and the id of its last row. */
export type Cursor = { at: string; id: string };
