import { createHash, createPrivateKey, sign } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine, Pems } from "./engine.ts";

/** What nobody can do without: the file hashed, one signature, the file written. It is no sealed PDF. */
export function floor(pems: Pems): Engine {
  const key = createPrivateKey(pems.key);
  return {
    name: "hash, sign, write (floor)",
    seal: async ({ pdf, folder }) => {
      const digest = createHash("sha256").update(pdf).digest();
      const signature = sign("sha256", digest, key);
      const bytes = Buffer.concat([pdf, signature]);
      writeFileSync(join(folder, "floor.pdf"), bytes);
      return bytes;
    },
  };
}
