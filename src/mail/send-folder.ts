import { randomUUID } from "node:crypto";
import { access, constants, mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Mail } from "./mail.ts";
import { compose } from "./send-compose.ts";

/**
 * Writes mail to `letters/` in the data folder, for a machine without a mail server. Each letter is stored as `.eml`
 * and, for our own page, as `.json`, both named by the Message-ID, so that sending it again changes nothing.
 */
export function folderMail(dataDir: string, from: string): Mail {
  const folder = join(dataDir, "letters");
  return {
    send: async (letter) => {
      const { createTransport } = await import("nodemailer");
      const transport = createTransport({
        streamTransport: true,
        buffer: true,
        newline: "windows",
      });
      const { message } = await transport.sendMail(compose(letter, from));
      const name = encodeURIComponent(letter.messageId.slice(1, -1));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await replaceFile(join(folder, `${name}.eml`), message as Buffer);
      await replaceFile(join(folder, `${name}.json`), JSON.stringify(letter));
    },
    check: async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await access(folder, constants.W_OK);
    },
    close: async () => {},
  };
}

/** Replaces the file completely or not at all; only the service can read it. */
async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, path);
}
