import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sealFile } from "#src/pdf/seal.ts";
import { openSealKey } from "#src/pdf/seal-key.ts";
import type { Engine, Pems } from "./engine.ts";

/** PAdES B-B with a visible seal, as the service seals. */
export function depositary(pems: Pems): Engine {
  const key = openSealKey(pems);
  return {
    name: "depositary",
    seal: async ({ pdf, folder, round }) => {
      const at = new Date(Date.now() + round);
      const reference = `BENCH/${round}`;
      const sealed = await sealFile(pdf, { key, at, reference });
      writeFileSync(join(folder, "depositary.pdf"), sealed.pdf);
      return sealed.pdf;
    },
  };
}
