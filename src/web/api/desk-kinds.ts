// Made by `npm run web:types` from src/desk/kinds.ts; a test compares them.
// biome-ignore format: one list, one line
export const deskKinds = ["note-verbale","full-powers","ratification","acceptance","approval","formal-confirmation","accession","succession","notice","reservation","objection","declaration","designation","communication"] as const;
// biome-ignore format: one list, one line
export const sentKinds = ["note-verbale","communication"] as const;
// biome-ignore format: one list, one line
export const channels = ["by-hand","diplomatic-bag","post","e-mail","portal"] as const;
