import { createPrivateKey, X509Certificate } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CryptoKeySigner, PDF } from "@libpdf/core";
import type { Engine, Pems } from "./engine.ts";

/** PAdES B-B; its seal has no place on a page. */
export async function libpdf(pems: Pems): Promise<Engine> {
  const der = createPrivateKey(pems.key).export({ type: "pkcs8", format: "der" });
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("pkcs8", der, algorithm, false, ["sign"]);
  const derOf = (pem: string) => new Uint8Array(new X509Certificate(pem).raw);
  const chain = [derOf(pems.authority)];
  const certificate = derOf(pems.certificate);
  const signer = new CryptoKeySigner(key, certificate, "RSA", "RSASSA-PKCS1-v1_5", chain);
  return {
    name: "@libpdf/core 0.4.2",
    seal: async ({ pdf, folder, round }) => {
      const loaded = await PDF.load(pdf);
      const reason = `BENCH/${round}`;
      const { bytes } = await loaded.sign({ signer, fieldName: "Seal", reason, level: "B-B" });
      writeFileSync(join(folder, "libpdf.pdf"), bytes);
      return bytes;
    },
  };
}
