import { basename, join, relative } from "node:path";
import type { Plugin } from "rolldown";

const [zod, lighter] = ["src/http/zod-at-the-edge", "src/http/lighter-at-the-edge"];
const webauthn = "node_modules/@simplewebauthn/server/esm";

/** Packages, files of packages and files of ours that the Worker has in a lighter form, which says why it is enough. */
export const lighterForms: Record<string, string> = {
  zod: `${zod}/zod.ts`,
  "node_modules/zod/v4/core/json-schema-processors.js": `${zod}/json-schema.ts`,
  "node_modules/zod/v4/core/to-json-schema.js": `${zod}/to-json-schema.ts`,
  "@asteasolutions/zod-to-openapi": `${lighter}/zod-to-openapi.ts`,
  "src/http/api/served-contract.ts": "src/http/api/served-contract-at-the-edge.ts",
  "src/text/checks/sentence-words.ts": `${lighter}/check-words.ts`,
  "src/text/problem-words.ts": `${lighter}/problem-words.ts`,
  "src/text/checks/check-lists.ts": `${lighter}/check-words.ts`,
  "lru-cache": `${lighter}/lru-cache.ts`,
  oauth4webapi: `${lighter}/oauth4webapi.ts`,
  fs: `${lighter}/absent.ts`,
  pgpass: `${lighter}/absent.ts`,
  "node_modules/pg/lib/native/index.js": `${lighter}/absent.ts`,
  "node_modules/kysely/dist/schema/schema-module.js": `${lighter}/kysely-schema.ts`,
  [`${webauthn}/helpers/iso/isoCrypto/unwrapEC2Signature.js`]: `${lighter}/unwrap-ec2-signature.ts`,
  ...Object.fromEntries(
    [
      "helpers/convertX509PublicKeyToCOSE.js",
      "helpers/getCertificateInfo.js",
      "helpers/isCertRevoked.js",
      "helpers/validateCertificatePath.js",
      "helpers/validateExtFIDOGenCEAAGUID.js",
      "metadata/verifyAttestationWithMetadata.js",
      "metadata/verifyMDSBlob.js",
      "registration/verifications/tpm/verifyAttestationTPM.js",
      "registration/verifications/verifyAttestationAndroidKey.js",
      "registration/verifications/verifyAttestationAndroidSafetyNet.js",
      "registration/verifications/verifyAttestationApple.js",
      "registration/verifications/verifyAttestationFIDOU2F.js",
      "services/metadataService.js",
      "services/settingsService.js",
    ].map((file) => [`${webauthn}/${file}`, `${lighter}/attestations.ts`]),
  ),
};

/** The names of those files of ours. */
const own = new Set(
  Object.keys(lighterForms)
    .filter((path) => path.startsWith("src/"))
    .map((path) => basename(path)),
);

/** Takes the lighter form of what is imported. */
export const lighterAtTheEdge = (root: string): Plugin => ({
  name: "lighter-at-the-edge",
  async resolveId(source, importer, { kind }) {
    const named = lighterForms[source];
    if (named) return join(root, named);
    const isOurs = own.has(basename(source));
    if (!importer || !(isOurs || importer.includes("node_modules"))) return null;
    const found = await this.resolve(source, importer, { kind, skipSelf: true });
    const form = found && lighterForms[relative(root, found.id).replaceAll("\\", "/")];
    return form ? join(root, form) : found;
  },
});
