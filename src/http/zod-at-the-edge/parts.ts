export * from "zod/v4";
export * as core from "./core.ts";
// An export of one's own comes before those of a star, so the bundler drops what stands behind them.
export const locales = {};
export const z = {};
export const fromJSONSchema = undefined;
export const compile = undefined;
export const withParser = undefined;
