import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { agreementMachine } from "#workflows/agreement.ts";
import { draw } from "#workflows/draw.ts";
import { participationMachine } from "#workflows/participation.ts";
import { lifecyclePage } from "./lifecycle-page.ts";

/** `npm run lifecycle:draw`: draws the machines beside their sources, and generates docs/lifecycle.md. */
const root = join(import.meta.dirname, "../..");
await writeFile(join(root, "workflows/agreement.mmd"), draw(agreementMachine));
await writeFile(join(root, "workflows/participation.mmd"), draw(participationMachine));
await writeFile(join(root, "docs/lifecycle.md"), lifecyclePage());
