import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { P12Signer } from "@signpdf/signer-p12";
import { SignPdf } from "@signpdf/signpdf";
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
} from "pdf-lib";
import type { Engine, Pems } from "./engine.ts";

/** A CMS without the signing certificate's digest, so no PAdES. The place for it is made by pdf-lib. */
export function signpdf(pems: Pems, folder: string): Engine {
  const file = pkcs12(pems, folder);
  return {
    name: "@signpdf 3.3.0 with pdf-lib",
    seal: async ({ pdf, folder, round }) => {
      const prepared = await withPlace(pdf, `BENCH/${round}`);
      // Its signer is good for one signature, and opens the PKCS #12 file for each.
      const signer = new P12Signer(file, { passphrase: "bench" });
      const bytes = await new SignPdf().sign(prepared, signer);
      writeFileSync(join(folder, "signpdf.pdf"), bytes);
      return bytes;
    },
  };
}

async function withPlace(pdf: Uint8Array, reason: string): Promise<Uint8Array> {
  const loaded = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context } = loaded;
  const field = sealField(context);
  const place = PDFArray.withContext(context);
  place.push(context.obj(0));
  for (let i = 0; i < 3; i++) place.push(PDFName.of("**********"));
  const signature = context.obj({
    Type: "Sig",
    Filter: "Adobe.PPKLite",
    SubFilter: "adbe.pkcs7.detached",
    ByteRange: place,
    Contents: PDFHexString.of("0".repeat(2 * 8192)),
    Reason: PDFString.of(reason),
    M: PDFString.fromDate(new Date()),
  });
  field.set(PDFName.of("V"), context.register(signature));
  return loaded.save({ useObjectStreams: false, updateFieldAppearances: false });
}

function sealField(context: PDFContext): PDFDict {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.get(PDFName.of("T"))?.toString() === "(Seal)") {
      return object;
    }
  }
  throw new Error("The file has no place for a seal.");
}

function pkcs12(pems: Pems, folder: string): Buffer {
  writeFileSync(join(folder, "key.pem"), pems.key);
  writeFileSync(join(folder, "cert.pem"), pems.certificate + pems.authority);
  const files = ["-inkey", "key.pem", "-in", "cert.pem", "-out", "key.p12"];
  const words = ["pkcs12", "-export", ...files, "-passout", "pass:bench", "-legacy"];
  execFileSync("openssl", words, { cwd: folder });
  return readFileSync(join(folder, "key.p12"));
}
