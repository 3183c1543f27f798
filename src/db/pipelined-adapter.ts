import { PostgresAdapter } from "kysely";

/** Marks a database whose connections take a statement before the one in front of it is answered. */
export class PipelinedAdapter extends PostgresAdapter {}
