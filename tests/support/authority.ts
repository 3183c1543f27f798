import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freshFolder } from "./folder.ts";
import { ec, privateKey, rsa } from "./private-keys.ts";

export { ec, rsa };

export type Issued = {
  /** PEM files in the authority's folder. */
  certificateFile: string;
  keyFile: string;
  pem: string;
  key: string;
  /** DER */
  certificate: Uint8Array;
};

export type IssueOptions = {
  /** Arguments of `openssl genpkey`. */
  key?: string;
  /** Lines of the certificate's extensions. */
  extensions?: string;
  from?: Date;
  until?: Date;
  /** Where the certificate says that the authority's list lies. */
  listAt?: string;
  digest?: string;
};

/** For signers of documents. */
export const forDocuments = "keyUsage=critical,digitalSignature,nonRepudiation";
/** For timestamp authorities (RFC 3161, 2.3). */
export const forTimestamps =
  "keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping";

/** A certificate authority in a folder, run by `openssl ca`: it issues, revokes and lists what it revoked. */
export function openAuthority(name = "Authority", key = ec("P-256")) {
  const folder = freshFolder();
  const { path } = folder;
  const file = (one: string) => join(path, one);
  const run = (command: string) =>
    execFileSync("openssl", command.split(" "), { cwd: path, stdio: "pipe" });
  writeFileSync(file("index.txt"), "");
  writeFileSync(file("numbers"), "1000\n");
  writeFileSync(file("ca.cnf"), config);
  writeFileSync(file("ca.key"), privateKey(key), { mode: 0o600 });
  run(
    `req -x509 -new -key ca.key -subj /CN=${name} -days 3650 -addext keyUsage=critical,keyCertSign,cRLSign -out ca.pem`,
  );
  let issued = 0;
  return {
    path,
    pem: readFileSync(file("ca.pem"), "utf8"),
    run,
    issue(subject: string, options: IssueOptions = {}): Issued {
      const id = `c${++issued}`;
      const { extensions = forDocuments, digest = "sha256", listAt } = options;
      const from = options.from ?? new Date(Date.now() - 3_600_000);
      const until = options.until ?? new Date(Date.now() + 30 * 86_400_000);
      const list = listAt ? `\ncrlDistributionPoints=URI:${listAt}` : "";
      writeFileSync(file(`${id}.ext`), `basicConstraints=CA:FALSE\n${extensions}${list}\n`);
      writeFileSync(file(`${id}.key`), privateKey(options.key ?? ec("P-256")), { mode: 0o600 });
      // In UTF-8, since people are named in every script; a name may have spaces.
      const request = ["req", "-new", "-utf8", "-key", `${id}.key`, "-subj", `/CN=${subject}`];
      execFileSync("openssl", [...request, "-out", `${id}.csr`], { cwd: path, stdio: "pipe" });
      run(
        `ca -batch -notext -config ca.cnf -md ${digest} -in ${id}.csr -out ${id}.pem -extfile ${id}.ext -startdate ${asn(from)} -enddate ${asn(until)}`,
      );
      run(`x509 -in ${id}.pem -outform DER -out ${id}.der`);
      return {
        certificateFile: file(`${id}.pem`),
        keyFile: file(`${id}.key`),
        pem: readFileSync(file(`${id}.pem`), "utf8"),
        key: readFileSync(file(`${id}.key`), "utf8"),
        certificate: new Uint8Array(readFileSync(file(`${id}.der`))),
      };
    },
    /** Puts a certificate on the list, as revoked at that time. */
    revoke({ certificateFile }: Issued, at = new Date()): void {
      const text = run(`x509 -noout -serial -enddate -in ${certificateFile}`).toString();
      const serial = /serial=(.*)/.exec(text)![1]!;
      const before = readFileSync(file("index.txt"), "utf8");
      const row = before.split("\n").find((line) => line.includes(`\t${serial}\t`))!;
      const [, until, , , ...rest] = row.split("\t");
      const revoked = ["R", until, asn(at), serial, ...rest].join("\t");
      writeFileSync(file("index.txt"), before.replace(row, revoked));
    },
    /** The current list, in DER; another day's where `days` says so. */
    list(days = 30): Uint8Array {
      run(`ca -gencrl -config ca.cnf -crldays ${days} -out list.pem`);
      run("crl -in list.pem -outform DER -out list.der");
      return new Uint8Array(readFileSync(file("list.der")));
    },
    append: (one: string, text: string) => appendFileSync(file(one), text),
    close: folder.remove,
  };
}

export type Authority = ReturnType<typeof openAuthority>;

const config = `[ca]
default_ca = own
[own]
database = index.txt
serial = numbers
new_certs_dir = .
certificate = ca.pem
private_key = ca.key
default_md = sha256
default_days = 30
policy = any
unique_subject = no
[any]
commonName = supplied
`;

/** UTCTime as `openssl ca` takes it. */
function asn(date: Date): string {
  return `${date.toISOString().replace(/[-:T]/g, "").slice(2, 14)}Z`;
}
