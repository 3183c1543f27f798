import { ConfigError, type Env, isLoopback, read, readUrl } from "./env.ts";

/** Where the seal's key is kept. Certificates are PEM; `chainFile` holds the issuers, nearest first. */
export type SealConfig =
  | ({ kind: "pem"; keyFile: string; passwordFile: string | null } & NamedCertificate)
  | ({ kind: "pkcs12"; keyFile: string; passwordFile: string } & PerhapsCertificate)
  | ({
      kind: "pkcs11";
      module: string;
      token: string;
      key: string;
      pinFile: string;
    } & PerhapsCertificate)
  | ({ kind: "signer"; url: string; tokenFile: string } & NamedCertificate);

type NamedCertificate = { certFile: string; chainFile: string | null };
/** The certificate comes with the key unless a file is named. */
type PerhapsCertificate = { certFile: string | null; chainFile: string | null };

/** Each setting requires one of these beside it. */
const company = {
  SEAL_KEY_PASSWORD_FILE: ["SEAL_KEY_FILE"],
  SEAL_PKCS11_TOKEN: ["SEAL_PKCS11_MODULE"],
  SEAL_PKCS11_KEY: ["SEAL_PKCS11_MODULE"],
  SEAL_PKCS11_PIN_FILE: ["SEAL_PKCS11_MODULE"],
  SEAL_SIGNER_TOKEN_FILE: ["SEAL_SIGNER_URL"],
  SEAL_CERT_FILE: ["SEAL_KEY_FILE", "SEAL_PKCS11_MODULE", "SEAL_SIGNER_URL"],
  SEAL_CHAIN_FILE: ["SEAL_KEY_FILE", "SEAL_PKCS11_MODULE", "SEAL_SIGNER_URL"],
};

/** Reads where the seal's key is kept; null if no setting says so. Throws ConfigError. */
export function readSeal(env: Env): SealConfig | null {
  const places = company.SEAL_CERT_FILE.filter((name) => read(env, name) !== null);
  if (places.length > 1) {
    throw new ConfigError(`${places.join(" and ")} name different keys: the seal has one.`);
  }
  for (const [name, others] of Object.entries(company)) {
    if (read(env, name) !== null && !others.some((other) => places.includes(other))) {
      throw new ConfigError(`${name} is set without ${others.join(" or ")}.`);
    }
  }
  if (places[0] === "SEAL_KEY_FILE") return readKeyFile(env, need(env, "SEAL_KEY_FILE"));
  if (places[0] === "SEAL_PKCS11_MODULE") return readToken(env);
  return places[0] ? readSigner(env) : null;
}

function readKeyFile(env: Env, keyFile: string): SealConfig {
  const chainFile = read(env, "SEAL_CHAIN_FILE");
  if (/\.(?:p12|pfx)$/i.test(keyFile)) {
    const passwordFile = need(env, "SEAL_KEY_PASSWORD_FILE");
    const certFile = read(env, "SEAL_CERT_FILE");
    return { kind: "pkcs12", keyFile, passwordFile, certFile, chainFile };
  }
  const certFile = read(env, "SEAL_CERT_FILE");
  if (!certFile) {
    throw new ConfigError(
      "SEAL_KEY_FILE and SEAL_CERT_FILE must be set together, unless the key is a PKCS #12 file (.p12, .pfx).",
    );
  }
  return {
    kind: "pem",
    keyFile,
    passwordFile: read(env, "SEAL_KEY_PASSWORD_FILE"),
    certFile,
    chainFile,
  };
}

function readToken(env: Env): SealConfig {
  return {
    kind: "pkcs11",
    module: need(env, "SEAL_PKCS11_MODULE"),
    token: need(env, "SEAL_PKCS11_TOKEN"),
    key: need(env, "SEAL_PKCS11_KEY"),
    pinFile: need(env, "SEAL_PKCS11_PIN_FILE"),
    certFile: read(env, "SEAL_CERT_FILE"),
    chainFile: read(env, "SEAL_CHAIN_FILE"),
  };
}

/** The signed data is not secret, but the bearer token is. */
function readSigner(env: Env): SealConfig {
  const url = readUrl(env, "SEAL_SIGNER_URL", ["https:", "http:"]) ?? "";
  const { protocol, hostname } = new URL(url);
  if (protocol === "http:" && !isLoopback(hostname)) {
    throw new ConfigError("SEAL_SIGNER_URL must begin with https:// unless it is on this machine.");
  }
  return {
    kind: "signer",
    url,
    tokenFile: need(env, "SEAL_SIGNER_TOKEN_FILE"),
    certFile: need(env, "SEAL_CERT_FILE"),
    chainFile: read(env, "SEAL_CHAIN_FILE"),
  };
}

function need(env: Env, name: string): string {
  const value = read(env, name);
  if (value !== null) return value;
  throw new ConfigError(`${name} must be set for this kind of seal key.`);
}
