import { strToU8, zipSync } from "fflate";
import type { Agreement } from "../../api/agreement.ts";
import { api, call } from "../../api/client.ts";
import { readParticipation } from "../../api/participation.ts";
import { readVersion } from "../../api/versions.ts";
import { saveFile } from "../../shell/save-file.ts";
import { aroundOf } from "../../text/around-text.tsx";
import { exportText } from "../../word/export-text.ts";

/**
 * Saves what the Secretariat of the United Nations asks for (Regulations, article 5) as one file: the statements, the
 * sealed PDFs, each authentic text as Word and Markdown, the reservations, and the parties with their dates.
 */
export async function saveUnPackage(agreement: Agreement): Promise<void> {
  const { id, reference, textVersion, originals } = agreement;
  const name = reference.replaceAll("/", "-");
  const files: Record<string, Uint8Array> = {};
  for (const { original } of originals) {
    const party = original === "common" ? "" : `&party=${original}`;
    files[`sealed-${original}.pdf`] = await bytesOf(`/agreements/${id}/pdf?kind=sealed${party}`);
  }
  const { actions } = await (
    await api.agreements[":id"]["un-registration"].$get({ param: { id } })
  ).json();
  for (const { action, statement } of actions) {
    if (statement === null) continue;
    const file = action === 0 ? "certifying-statement" : `certified-statement-${action}`;
    files[`${file}.pdf`] = await bytesOf(`/agreements/${id}/papers/${statement}`);
  }
  for (const [language, markdown] of Object.entries(await readVersion(id, textVersion))) {
    files[`text-${language}.md`] = strToU8(markdown);
    const word = await exportText(markdown, language, aroundOf(agreement));
    files[`text-${language}.docx`] = new Uint8Array(await word.arrayBuffer());
  }
  const { participants } = await readParticipation(id);
  const parties = participants.map(
    ({ party, standing, signed, consents, reservations, inForceOn }) => ({
      ...{ party, standing, signed, consents, inForceOn },
      reservations: reservations.map(({ text, language, madeOn }) => ({ text, language, madeOn })),
    }),
  );
  files["parties.json"] = strToU8(JSON.stringify(parties, null, 2));
  // On this thread: the page may not run workers.
  const packed = zipSync(files);
  const file = new Blob([packed as BlobPart], { type: "application/zip" });
  saveFile(file, { name: `${name}-united-nations.zip` });
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return new Uint8Array(await (await call(path, {})).arrayBuffer());
}
