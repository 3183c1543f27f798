import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freshFolder } from "../../support/folder.ts";

/** A signer that openssl made: an authority of its own, and a certificate under it. */
export type OutsideSigner = {
  authority: string;
  certificate: Uint8Array;
  key: string;
  /** A whole detached CMS over `content`, in DER, as an outside party would send it. */
  cms(content: Uint8Array, ...options: string[]): Uint8Array;
  remove(): void;
};

export type OutsideOptions = {
  /** Arguments of `openssl genpkey` for the signer's key. */
  key?: string[];
  /** Lines of the certificate's extensions. */
  extensions?: string[];
  /** Days until it expires; negative for one that has expired already. */
  days?: number;
  digest?: string;
  name?: string;
};

export const rsa = (bits: number) => ["-algorithm", "RSA", "-pkeyopt", `rsa_keygen_bits:${bits}`];
export const ec = (curve: string) => ["-algorithm", "EC", "-pkeyopt", `ec_paramgen_curve:${curve}`];

/** Certificates run from the day of the test, so signatures are dated on that day too. */
export function outsideSigner(options: OutsideOptions = {}): OutsideSigner {
  const folder = freshFolder();
  const file = (name: string) => join(folder.path, name);
  const run = (...words: string[]) => execFileSync("openssl", words, { stdio: "pipe" });
  const { key = ec("P-256"), days = 30, digest = "sha256", name = "Outside signer" } = options;
  const extensions = options.extensions ?? ["keyUsage=critical,digitalSignature,nonRepudiation"];
  run("genpkey", ...ec("P-256"), "-out", file("ca.key"));
  run(
    "req",
    "-x509",
    "-new",
    "-key",
    file("ca.key"),
    "-subj",
    "/CN=Outside authority",
    "-days",
    "60",
    "-addext",
    "keyUsage=critical,keyCertSign,cRLSign",
    "-out",
    file("ca.pem"),
  );
  run("genpkey", ...key, "-out", file("signer.key"));
  run(
    "req",
    "-new",
    "-key",
    file("signer.key"),
    "-subj",
    `/CN=${name}`,
    "-out",
    file("signer.csr"),
  );
  writeFileSync(file("ext.cnf"), ["basicConstraints=CA:FALSE", ...extensions].join("\n"));
  run(
    "x509",
    "-req",
    "-in",
    file("signer.csr"),
    "-CA",
    file("ca.pem"),
    "-CAkey",
    file("ca.key"),
    "-CAcreateserial",
    "-days",
    String(days),
    `-${digest}`,
    "-extfile",
    file("ext.cnf"),
    "-out",
    file("signer.pem"),
  );
  run("x509", "-in", file("signer.pem"), "-outform", "DER", "-out", file("signer.der"));
  return {
    authority: readFileSync(file("ca.pem"), "utf8"),
    certificate: new Uint8Array(readFileSync(file("signer.der"))),
    key: readFileSync(file("signer.key"), "utf8"),
    cms(content, ...more) {
      writeFileSync(file("content.bin"), content);
      run(
        "cms",
        "-sign",
        "-binary",
        "-cades",
        "-nosmimecap",
        "-md",
        "sha256",
        "-in",
        file("content.bin"),
        "-signer",
        file("signer.pem"),
        "-inkey",
        file("signer.key"),
        "-outform",
        "DER",
        "-out",
        file("out.cms"),
        ...more,
      );
      return new Uint8Array(readFileSync(file("out.cms")));
    },
    remove: folder.remove,
  };
}
