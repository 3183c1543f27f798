import type { Transporter } from "nodemailer";
import { isLoopback } from "#src/config/env.ts";
import { AddressRefused, isRefusedAddress } from "./address-refused.ts";
import type { Mail } from "./mail.ts";
import { compose } from "./send-compose.ts";
import { folderMail } from "./send-folder.ts";

export type { Letter } from "./send-compose.ts";

type MailConfig = {
  smtpUrl: string | null;
  /** Whether letters require TLS; to another machine they do unless this is "none". */
  smtpTls?: "required" | "none" | null;
  mailFrom: string;
  dataDir: string;
};

/** Mail by SMTP if a server is set, else to a folder that `list-letters.ts` reads. */
export function openMail({ smtpUrl, smtpTls = null, mailFrom, dataDir }: MailConfig): Mail {
  return smtpUrl ? smtpMail(smtpUrl, smtpTls, mailFrom) : folderMail(dataDir, mailFrom);
}

function smtpMail(url: string, tls: MailConfig["smtpTls"], from: string): Mail {
  const isHere = isLoopback(new URL(url).hostname);
  let opened: Promise<Transporter> | null = null;
  // Nodemailer is loaded for the first letter.
  const transport = () => {
    opened ??= import("nodemailer").then(({ createTransport }) => createTransport(options));
    return opened;
  };
  const options = {
    url,
    pool: true,
    // Letters contain sign-in codes: an attacker on the network must not be able to turn TLS off.
    requireTLS: tls === "required" || (tls === null && !isHere),
    ignoreTLS: tls === "none",
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  };
  return {
    send: async (letter) => {
      try {
        await (await transport()).sendMail(compose(letter, from));
      } catch (error) {
        if (!isRefusedAddress(error)) throw error;
        throw new AddressRefused(error instanceof Error ? error.message : String(error));
      }
    },
    check: async () => {
      await (await transport()).verify();
    },
    close: async () => (await opened)?.close(),
  };
}
