import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freshFolder } from "../../support/folder.ts";
import { ec, privateKey, rsa } from "../../support/private-keys.ts";

/** A signer that openssl made: an authority of its own, and a certificate under it. */
export type OutsideSigner = {
  /** PEM */
  authority: string;
  /** DER */
  certificate: Uint8Array;
  /** PEM */
  key: string;
  /** A whole detached CMS over `content`, in DER, as an outside party would send it. */
  cms(content: Uint8Array, options?: string): Uint8Array;
  remove(): void;
};

export type OutsideOptions = {
  /** Arguments of `openssl genpkey` for the signer's key. */
  key?: string;
  /** One line of the certificate's extensions. */
  extension?: string;
  /** The digest with which the authority signs the certificate. */
  digest?: string;
};

export { ec, rsa };

/** The CMS options of a PAdES signature, as near as openssl comes. */
export const careful = "-cades -nosmimecap -md sha256";

/** Certificates run from the moment of the test, so signatures must be dated after it. */
export function outsideSigner(options: OutsideOptions = {}): OutsideSigner {
  const folder = freshFolder();
  const file = (name: string) => join(folder.path, name);
  const run = (command: string) =>
    execFileSync("openssl", command.split(" "), { cwd: folder.path, stdio: "pipe" });
  const { key = ec("P-256"), digest = "sha256" } = options;
  const { extension = "keyUsage=critical,digitalSignature,nonRepudiation" } = options;
  writeFileSync(file("extensions"), `basicConstraints=CA:FALSE\n${extension}\n`);
  writeFileSync(file("ca.key"), privateKey(ec("P-256")));
  run(
    "req -x509 -new -key ca.key -subj /CN=Authority -days 60 -addext keyUsage=keyCertSign -out ca.pem",
  );
  writeFileSync(file("signer.key"), privateKey(key));
  run("req -new -key signer.key -subj /CN=Outsider -out signer.csr");
  run(
    `x509 -req -in signer.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 -${digest} -extfile extensions -out signer.pem`,
  );
  run("x509 -in signer.pem -outform DER -out signer.der");
  return {
    authority: readFileSync(file("ca.pem"), "utf8"),
    certificate: new Uint8Array(readFileSync(file("signer.der"))),
    key: readFileSync(file("signer.key"), "utf8"),
    cms(content, words = careful) {
      writeFileSync(file("content.bin"), content);
      const files =
        "-in content.bin -signer signer.pem -inkey signer.key -outform DER -out out.cms";
      run(`cms -sign -binary ${files} ${words}`);
      return new Uint8Array(readFileSync(file("out.cms")));
    },
    remove: folder.remove,
  };
}
