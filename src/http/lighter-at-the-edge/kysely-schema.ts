/** The Worker's form of Kysely's part that creates and alters tables. Only the full service migrates. */
export class SchemaModule {
  constructor() {
    throw new Error("Schemas are changed by the full service only.");
  }
}
