import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { agreementMachine } from "#workflows/agreement.ts";
import { draw } from "#workflows/draw.ts";
import { participationMachine } from "#workflows/participation.ts";

/** Draws the machines anew, beside them and for the reader of docs/. */
const root = join(import.meta.dirname, "../..");
const [agreement, participation] = [draw(agreementMachine), draw(participationMachine)];
await writeFile(join(root, "workflows/agreement.mmd"), agreement);
await writeFile(join(root, "workflows/participation.mmd"), participation);
await writeFile(
  join(root, "docs/lifecycle.md"),
  `# The lifecycle of an agreement

Drawn from \`workflows/agreement.ts\` and \`workflows/participation.ts\` by \`npm run lifecycle:draw\`; a test
compares them. Acts that keep their stage stand inside it. What each act requires is named in
\`workflows/conditions/\`; where it is not fulfilled, its name is the refusal's code.

## The agreement

\`\`\`mermaid
${agreement}\`\`\`

## One party

Each party has a machine of its own beside the agreement's. A return to negotiation voids what it did to the
earlier text; its verified authority stays.

\`\`\`mermaid
${participation}\`\`\`
`,
);
