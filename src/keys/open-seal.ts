import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { ConfigError } from "#src/config/env.ts";
import type { SealConfig } from "#src/config/seal.ts";
import { KeyFault } from "#src/pdf/keys/key-fault.ts";
import { orderChain, sortChain } from "#src/pdf/keys/order-chain.ts";
import { proveKey } from "#src/pdf/keys/prove-key.ts";
import { openSealKey, readCertificates, type SealKey, signWith } from "#src/pdf/seal-key.ts";

/** The largest PKCS #12 file that is read, in bytes. */
const largestFile = 1024 * 1024;

/**
 * Opens the seal's key at the configured place and proves that it belongs to its certificate.
 *
 * @throws ConfigError if a file, a token or a signer is not what it should be
 */
export async function openSeal(seal: SealConfig): Promise<SealKey> {
  try {
    return await proveKey(await open(seal));
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`The seal cannot be opened: ${why}`);
  }
}

async function open(seal: SealConfig): Promise<SealKey> {
  switch (seal.kind) {
    case "pem":
      return openPem(seal);
    case "pkcs12":
      return openPkcs12(seal);
    case "pkcs11": {
      const { module, token, key } = seal;
      const pin = await readSecret("SEAL_PKCS11_PIN_FILE", seal.pinFile);
      const { openTokenKey } = await import("#src/pdf/keys/pkcs11/open-token-key.ts");
      return openTokenKey({ module, token, key, pin, ...(await readNamedCertificates(seal)) });
    }
    case "signer": {
      const { certificate, chain } = await readNamedCertificates(seal);
      if (!certificate) throw new ConfigError("SEAL_CERT_FILE holds no PEM certificate.");
      const token = await readSecret("SEAL_SIGNER_TOKEN_FILE", seal.tokenFile);
      const { openRemoteKey } = await import("#src/pdf/keys/open-remote-key.ts");
      return openRemoteKey({ url: seal.url, token, certificate, chain });
    }
  }
}

type Of<Kind> = Extract<SealConfig, { kind: Kind }>;

async function openPem(seal: Of<"pem">): Promise<SealKey> {
  const { keyFile, certFile, chainFile, passwordFile } = seal;
  const key = await readNamed("SEAL_KEY_FILE", keyFile);
  const certificate = await readNamed("SEAL_CERT_FILE", certFile);
  const authority = chainFile ? await readNamed("SEAL_CHAIN_FILE", chainFile) : certificate;
  const password = passwordFile && (await readSecret("SEAL_KEY_PASSWORD_FILE", passwordFile));
  return openSealKey({ key, certificate, authority, password: password ?? undefined }, true);
}

async function openPkcs12(seal: Of<"pkcs12">): Promise<SealKey> {
  const bytes = await readBytes("SEAL_KEY_FILE", seal.keyFile);
  if (bytes.length > largestFile) throw new ConfigError("SEAL_KEY_FILE is larger than 1 MB.");
  const password = await readSecret("SEAL_KEY_PASSWORD_FILE", seal.passwordFile);
  const { readPkcs12 } = await import("#src/pdf/keys/pkcs12/read-pkcs12.ts");
  const { key, certificates } = readPkcs12(bytes, password);
  const named = await readNamedCertificates(seal);
  const own = certificates.find((der) => new X509Certificate(der).checkPrivateKey(key));
  const certificate = named.certificate ?? own;
  if (!certificate) {
    throw new KeyFault("The PKCS #12 file has no certificate of its key: set SEAL_CERT_FILE.");
  }
  const chain = orderChain(certificate, [...named.chain, ...certificates]);
  return { certificate, chain, sign: signWith(key), trusted: true };
}

async function readNamedCertificates({ certFile, chainFile }: SealConfig) {
  const [certificate] = certFile ? await readCertificateFile("SEAL_CERT_FILE", certFile) : [null];
  const chain = chainFile ? await readCertificateFile("SEAL_CHAIN_FILE", chainFile) : [];
  return {
    certificate: certificate ?? null,
    chain: certificate ? sortChain(certificate, chain) : chain,
  };
}

async function readCertificateFile(variable: string, file: string): Promise<Uint8Array[]> {
  const certificates = readCertificates(await readNamed(variable, file));
  if (certificates.length > 0) return certificates;
  throw new ConfigError(`${variable} holds no PEM certificate.`);
}

async function readNamed(variable: string, file: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(variable, file));
}

/** Reads a one-line secret from a file, without the line ending. */
async function readSecret(variable: string, file: string): Promise<string> {
  return (await readNamed(variable, file)).replace(/\r?\n$/, "");
}

async function readBytes(variable: string, file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw new ConfigError(`${variable} cannot be read: ${error.message}`);
  });
  return new Uint8Array(bytes);
}
