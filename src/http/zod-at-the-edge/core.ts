export * from "zod/v4/core";
// As in `parts.ts`.
export const locales = {};
