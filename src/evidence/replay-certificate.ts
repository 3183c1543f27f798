import { constants, createHash, verify, X509Certificate } from "node:crypto";

/** The DER attribute of a consent's digest, up to the digest: our identifier 2.25.9123…8916, one octet string. */
const attribute = Buffer.from("303a0614698189a389cefbdaeab495b5b385eba7c5ecaa3431220420", "hex");
const bytesOf = (text: unknown) => Buffer.from(String(text), "base64url");

type Signed = Record<"original" | "attributes" | "signature" | "hash", string> & { pss: boolean };

/**
 * The holder of the certificate that signed the digest (hex) of a consent, in each original that it is to sign; throws if none did.
 * Whether an authority issued the certificate must be checked in the file.
 */
export function replayCertificate(
  detail: Record<string, unknown>,
  { digest, party }: { digest: string; party: string | null },
): string {
  const { certificate, files, consent } = detail as Record<string, Record<string, unknown>>;
  const der = bytesOf(certificate?.der);
  const { publicKey: key, subject } = new X509Certificate(der);
  const signed = files as unknown as Signed[];
  const names = signed.map(({ original }) => original).sort();
  // In an exchange each party signs its own note (VCLT article 13), and its statement says so.
  const originals = Object.keys(consent?.originals as object)
    .filter((original) => !consent?.exchange || original === party)
    .sort();
  const stated = Buffer.concat([attribute, Buffer.from(digest, "hex")]);
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const isSigned = ({ attributes, signature, hash, pss }: Signed) =>
    verify(hash, bytesOf(attributes), pss ? { key, padding } : key, bytesOf(signature));
  const faults: [boolean, string][] = [
    [createHash("sha256").update(der).digest("hex") !== certificate?.sha256, "it is another one"],
    // A statement that names no original of this party asks for no signature; then there is none.
    [names.length === 0 || names.join() !== originals.join(), "it has not signed each original"],
    [
      !signed.every(({ attributes }) => bytesOf(attributes).includes(stated)),
      "it signed another act",
    ],
    [!signed.every(isSigned), "its key has not signed"],
  ];
  const [, fault] = faults.find(([found]) => found) ?? [];
  if (fault) throw new Error(`the party's certificate does not hold: ${fault}`);
  return subject.split("\n").join(", ");
}
