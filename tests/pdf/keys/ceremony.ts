import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "#src/config/config.ts";
import { openSealFiles, type SealFiles } from "#src/keys/seal-key.ts";
import { sealFile, sealInstrument } from "#src/pdf/seal.ts";
import { verifyPdf } from "#src/pdf/verify.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { ec, privateKey, rsa } from "#tests/support/private-keys.ts";
import { consents, original, reference } from "../attacks/fixture.ts";
import { pdfsig, qpdfCheck } from "../attacks/oracles.ts";

export { ec, rsa };

/** A folder in which openssl holds a key ceremony: a root, an authority under it, and one key with its certificate. */
export function ceremony(key: string) {
  const folder = freshFolder();
  const file = (name: string) => join(folder.path, name);
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(file(name), content);
    return file(name);
  };
  const openssl = (command: string) =>
    execFileSync("openssl", command.split(" "), { cwd: folder.path, stdio: "pipe" });
  const authority = "-addext basicConstraints=critical,CA:TRUE -addext keyUsage=keyCertSign";
  write("root.key", privateKey(ec("P-256")));
  openssl(`req -x509 -new -key root.key -subj /CN=Root -days 60 ${authority} -out root.pem`);
  write("ca.key", privateKey(ec("P-256")));
  openssl("req -new -key ca.key -subj /CN=Authority -out ca.csr");
  write("ca.ext", "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n");
  openssl("x509 -req -in ca.csr -CA root.pem -CAkey root.key -days 50 -extfile ca.ext -out ca.pem");
  write("key.pem", privateKey(key));
  certify("key.pem", "Seal", "cert.pem");
  // In the wrong order, as files are.
  write("above.pem", read("root.pem") + read("ca.pem"));
  write("password", "correct horse – été\n");

  function certify(keyFile: string, name: string, to: string): void {
    write("leaf.ext", "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\n");
    openssl(`req -new -key ${keyFile} -subj /CN=${name} -out leaf.csr`);
    openssl(
      `x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -days 40 -extfile leaf.ext -out ${to}`,
    );
  }
  function read(name: string): string {
    return readFileSync(file(name), "utf8");
  }
  return {
    path: folder.path,
    file,
    write,
    openssl,
    read,
    certify,
    /** Opens the seal that these settings name, as the service does at its start. */
    open: (env: Record<string, string>): Promise<SealFiles> =>
      openSealFiles({ ...readConfig(env), dataDir: folder.path }, new Date()),
    close: folder.remove,
  };
}

export type Ceremony = ReturnType<typeof ceremony>;

/** An instrument and an annex sealed with the key, as we, Poppler and qpdf see them. */
export async function sealedByAll({ key, trust }: SealFiles) {
  const at = new Date(Date.now() + 3_600_000);
  const instrument = await sealInstrument(await original(), {
    signatures: consents,
    key,
    at,
    reference,
  });
  const annex = await sealFile(await original(["Seal"]), { key, at, reference });
  return Promise.all(
    [instrument, annex].map(async ({ pdf }) => ({
      verdict: (await verifyPdf(pdf, { trust })).verdict,
      poppler: [...new Set(pdfsig(pdf).map(({ validation }) => validation))],
      whole: pdfsig(pdf).at(-1)?.total,
      qpdf: qpdfCheck(pdf),
    })),
  );
}

/** What `sealedByAll` says of a seal that holds. */
export const holds = Array(2).fill({
  verdict: "VALID",
  poppler: ["Signature is Valid."],
  whole: true,
  qpdf: 0,
});
