import { Pool } from "pg";

/** Connections of a rival. PostgreSQL may end before their last one has closed; that is no fault of the turn. */
export function openPool(url: string, clients: number): Pool {
  return new Pool({ connectionString: url, max: clients }).on("error", () => {});
}
