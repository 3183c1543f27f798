import { PostgresAdapter } from "kysely";

/** Marks a database whose connections accept a statement before the previous one is answered. */
export class PipelinedAdapter extends PostgresAdapter {}
