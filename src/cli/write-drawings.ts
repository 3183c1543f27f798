import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { agreementMachine } from "#workflows/agreement.ts";
import { draw } from "#workflows/draw.ts";

/** Draws the machine anew, beside it and for the reader of docs/. */
const root = join(import.meta.dirname, "../..");
const drawing = draw(agreementMachine);
await writeFile(join(root, "workflows/agreement.mmd"), drawing);
await writeFile(
  join(root, "docs/lifecycle.md"),
  `# The lifecycle of an agreement

Drawn from \`workflows/agreement.ts\` by \`npm run lifecycle:draw\`; a test compares the two. Acts that keep
their stage stand inside it. What each act requires is named in \`workflows/conditions.ts\`.

\`\`\`mermaid
${drawing}\`\`\`
`,
);
