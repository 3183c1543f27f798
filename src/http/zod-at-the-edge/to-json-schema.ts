function refuse(): never {
  throw new Error("Schemas are written as JSON by the full service only.");
}
const refusing = () => refuse;

/** The Worker's form of the other part of zod's writer of JSON schemas. Each schema is given its methods. */
export {
  refuse as extractDefs,
  refuse as finalize,
  refuse as handleUnrepresentable,
  refuse as initializeContext,
  refuse as process,
  refuse as processSchema,
  refusing as createStandardJSONSchemaMethod,
  refusing as createToJSONSchemaMethod,
};
