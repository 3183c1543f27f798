import { X509Certificate } from "node:crypto";
import { assembleToken } from "../cms/build-cms.ts";
import { lowS } from "../cms/low-s.ts";
import { oids } from "../cms/oids.ts";
import { readCertificate } from "../cms/read-certificate.ts";
import { type Der, membersOf, sameBytes } from "../cms/read-der.ts";
import { sortChain } from "../keys/order-chain.ts";
import { concat } from "../revisions/concat.ts";
import { digestNames } from "../verify/algorithms.ts";
import { readToken, Unfit } from "../verify/read-cms.ts";

/**
 * Normalizes a timestamp to the form we keep. Leaves the signed part unchanged, and rewrites everything around it,
 * which no one signed (RFC 5652, 5), in our own form. The certificates are its signer's and its issuers, in this order;
 * `keep` decides whether others stay.
 *
 * @throws Unfit, NotDer
 */
export function tidyToken(token: Uint8Array, keep: (der: Uint8Array) => boolean = () => true) {
  const cms = readToken(token);
  const certificate = cms.certificates.find((der) => {
    const { issuer, serial } = readCertificate(der);
    return sameBytes(concat([issuer, serial]), cms.signer);
  });
  const digest = Object.hasOwn(digestNames, cms.digestAlgorithm)
    ? (digestNames[cms.digestAlgorithm] as "sha256" | "sha384" | "sha512")
    : null;
  if (!certificate || !digest) throw new Unfit("is no timestamp that can be kept.");
  const others = cms.certificates.filter((der) => !sameBytes(der, certificate) && keep(der));
  const chain = sortChain(certificate, others);
  const { publicKey } = new X509Certificate(certificate);
  const pss = cms.signatureAlgorithm.pss;
  const tidy = assembleToken({
    content: cms.content,
    attributes: cms.attributes,
    signature: lowS(cms.signature, publicKey),
    certificate,
    chain,
    form: { digest, pss: pss !== null, ...(pss && { saltLength: pss.saltLength }) },
    algorithms: protectedAlgorithms(cms.attribute.get(oids.algorithmProtection)),
  });
  return { token: tidy, certificates: [certificate, ...chain] };
}

/** The algorithms that the authority itself has signed (CMSAlgorithmProtection; RFC 6211, 2). */
function protectedAlgorithms(attribute: Der | undefined) {
  if (!attribute) return undefined;
  const [digest, signature] = membersOf(attribute, 0x30);
  if (digest?.tag !== 0x30 || signature?.tag !== 0xa1) throw new Unfit("names no algorithms.");
  const whole = Uint8Array.from(signature.whole);
  whole[0] = 0x30;
  return { digest: digest.whole, signature: whole };
}
