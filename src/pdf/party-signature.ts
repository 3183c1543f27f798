import { createHash, X509Certificate } from "node:crypto";
import { Refusal } from "#src/errors.ts";
import { assembleCms, type SignatureForm, signedAttributes } from "./cms/build-cms.ts";
import { octets } from "./cms/der.ts";
import { ecdsaPair } from "./cms/ecdsa-pair.ts";
import { oids } from "./cms/oids.ts";
import { readBareSignature } from "./cms/read-bare-signature.ts";
import { readCertificate } from "./cms/read-certificate.ts";
import { NotDer, sameBytes } from "./cms/read-der.ts";
import { holderName, refusalFor, refusalOf } from "./party-certificate.ts";
import { ownSignatureText } from "./seal-text.ts";
import { embedSignature, type PreparedSignature, prepareSignature } from "./sign.ts";
import { digestNames } from "./verify/algorithms.ts";
import { type CheckedCms, checkCms } from "./verify/check-cms.ts";
import { type Cms, readSignature, Unfit } from "./verify/read-cms.ts";
import { examinePdf } from "./verify.ts";

/** A signature that a party makes with a key we never hold: a card, a national identity, an HSM. */
export type PartySignature = {
  /** The signature field's name, such as `Party-KZ`. */
  field: string;
  party: string;
  person: string;
  title?: string | undefined;
  /** When it was announced; the same for every repeated request. */
  at: Date;
  /** BCP 47; the language of the field's text. */
  language: string;
  /** The instrument's IANA zone, for the times in the field's text. */
  zone: string;
  /** DER */
  certificate: Uint8Array;
  /** DER; from the certificate's issuer to the party's authority. */
  chain: Uint8Array[];
  form: Required<Omit<SignatureForm, "saltLength">>;
  /** sha-256 of the statement of consent (ADR 0103): an attribute that the key signs. */
  consent: Uint8Array;
};

/** The signed file, and the data for its evidence: the signed attributes, a DER SET, and how the key signed them. */
export type CompletedPartySignature = {
  pdf: Uint8Array;
  attributes: Uint8Array;
  signature: Uint8Array;
  /** The digest's name in node:crypto, such as `sha256`. */
  hash: string;
  pss: boolean;
};

export type PreparedPartySignature = {
  /** The digest of everything in the file except the place of the signature itself, by the form's digest algorithm. */
  digest: Uint8Array;
  /** DER of the signed attributes, a SET: what the key signs. */
  attributes: Uint8Array;
  /** The document for a program that makes the whole CMS itself. */
  content: Uint8Array;
};

/** The key's signature over the attributes, or a CMS in DER: complete, or around that signature. */
export type PartyAnswer = { signature: Uint8Array } | { cms: Uint8Array };

/**
 * Prepares what a party's own key must sign to fill its field in this file. The same request gives the same bytes, so
 * nothing has to be stored until the answer comes.
 *
 * @throws Refusal `invalid-pdf` if the field is absent or signed already
 */
export function preparePartySignature(
  pdf: Uint8Array,
  request: PartySignature,
): PreparedPartySignature {
  const { signedBytes } = prepare(pdf, request);
  return { content: signedBytes, ...toSign(signedBytes, request) };
}

/**
 * Embeds the party's answer and verifies the file; the input bytes are a prefix of the result. Stores nothing from a
 * refused answer.
 *
 * @throws Refusal `signature-…` or `certificate-…`
 */
export function completePartySignature(
  pdf: Uint8Array,
  request: PartySignature,
  answer: PartyAnswer,
  { trust }: { trust: Readonly<Record<string, readonly string[]>> },
): CompletedPartySignature {
  const prepared = prepare(pdf, request);
  const cms = cmsOf(answer, toSign(prepared.signedBytes, request).attributes, request);
  const own = expectOwn(cms, prepared.signedBytes, request);
  const signed = embed(prepared, cms);
  expectSound(signed, request, trust);
  const hash = digestNames[own.digestAlgorithm] ?? "";
  const { attributes, signature, signatureAlgorithm } = own;
  return { pdf: signed, attributes, signature, hash, pss: signatureAlgorithm.pss !== null };
}

function prepare(pdf: Uint8Array, request: PartySignature): PreparedSignature {
  const { certificate, chain, at, field } = request;
  const text = ownSignatureText(request, holderName(new X509Certificate(certificate)));
  const contentsSize = [certificate, ...chain].reduce((sum, der) => sum + der.length, 4096);
  return prepareSignature(pdf, field, { ...text, date: at, contentsSize });
}

function toSign(signedBytes: Uint8Array, { certificate, form, consent }: PartySignature) {
  const digest = new Uint8Array(createHash(form.digest).update(signedBytes).digest());
  return { digest, attributes: signedAttributes(digest, certificate, consent) };
}

function cmsOf(answer: PartyAnswer, attributes: Uint8Array, request: PartySignature): Uint8Array {
  const { certificate, chain, form } = request;
  const around = (signature: Uint8Array) =>
    assembleCms({ attributes, signature, certificate, chain, form });
  try {
    if ("signature" in answer) return around(asDer(answer.signature, certificate));
    const bare = readBareSignature(answer.cms);
    if (!bare) return answer.cms;
    const { issuer, serial } = readCertificate(certificate);
    if (!sameBytes(bare.signer, Buffer.concat([issuer, serial]))) {
      throw refusalFor("certificate-swapped");
    }
    return around(bare.signature);
  } catch (error) {
    if (error instanceof NotDer) throw refusalFor("broken-signature");
    throw error;
  }
}

/** Some cards return an ECDSA signature as its two numbers side by side. */
function asDer(signature: Uint8Array, certificate: Uint8Array): Uint8Array {
  const { keyAlgorithm } = readCertificate(certificate);
  return keyAlgorithm === oids.ecPublicKey ? ecdsaPair(signature, certificate) : signature;
}

/** Checks what the CMS covers, whose key made it and how, before any of it enters the file. */
function expectOwn(der: Uint8Array, signedBytes: Uint8Array, request: PartySignature): Cms {
  const { cms, checked } = check(der, signedBytes);
  if (!sameBytes(checked.signer.raw, request.certificate)) {
    throw refusalFor("certificate-swapped");
  }
  const refusal = refusalOf(checked.findings);
  if (refusal) throw refusal;
  if (cms.attribute.has(oids.signingTime)) {
    throw new Refusal(
      "signature-is-no-pades",
      "The CMS says when it was signed, which PAdES leaves to the file. Sign the attributes instead.",
    );
  }
  const said = cms.attribute.get(oids.consentDigest);
  if (!said || !sameBytes(said.whole, octets(request.consent))) {
    throw new Refusal(
      "signature-lacks-the-consent",
      "The CMS does not sign the digest of the consent. Sign the attributes that were given out.",
    );
  }
  return cms;
}

function check(der: Uint8Array, signedBytes: Uint8Array): { cms: Cms; checked: CheckedCms } {
  try {
    const cms = readSignature(der);
    if (cms.timestamp) throw new Unfit("carries a timestamp.");
    const digestOf = (name: string) => createHash(name).update(signedBytes).digest();
    return { cms, checked: checkCms(cms, { contentType: oids.data, digestOf, label: "" }) };
  } catch {
    // Hostile bytes make parsers fail in many ways, and each means the same.
    throw refusalFor("broken-signature");
  }
}

function embed(prepared: PreparedSignature, cms: Uint8Array): Uint8Array {
  try {
    return embedSignature(prepared, cms);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal("signature-is-no-pades", "The CMS is larger than its place in the file.");
  }
}

/** The verifier decides: only signatures that are still to come may be missing. */
function expectSound(
  pdf: Uint8Array,
  { field, at }: PartySignature,
  trust: Readonly<Record<string, readonly string[]>>,
): void {
  const { verification } = examinePdf(pdf, { fieldTrust: trust, trust: [], at });
  const against = verification.findings.filter(({ code }) => code !== "field-empty");
  const refusal = refusalOf(against);
  if (refusal) throw refusal;
  const own = verification.signatures.find((one) => one.field === field);
  if (!own?.trusted) throw refusalFor("unknown-authority");
}
