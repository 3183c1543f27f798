export * from "zod/v4/core";
// As in `parts.ts`. Compiling schemas needs code from text, which a Worker does not run.
export const locales = {};
export const compile = undefined;
export const compileFn = undefined;
export const withParser = undefined;
export const JSONSchemaGenerator = undefined;
