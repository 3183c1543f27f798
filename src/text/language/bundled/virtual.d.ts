declare module "virtual:language-marks" {
  export const files: Record<string, import("../data.ts").Marks>;
  export const others: Record<string, import("../data.ts").Marks>;
}

declare module "virtual:language-formulas" {
  export const formulas: Record<string, import("../data.ts").Formulas>;
}
