import { createTransport } from "nodemailer";
import { AddressRefused, isRefusedAddress } from "./address-refused.ts";
import { compose, type Letter } from "./send-compose.ts";
import { folderMail } from "./send-folder.ts";

export type { Letter } from "./send-compose.ts";

export type Mail = {
  /**
   * Sends one letter to one person. The same Message-ID sent twice is one letter to a mail program, and one
   * file in a folder. Throws when the mail server does not take it, and on anything in the letter that
   * could become a header or a recipient of its own; AddressRefused if trying again does not help.
   */
  send(letter: Letter): Promise<void>;
  /** Throws unless letters can be handed over now: connects and signs in, and sends nothing. */
  check(): Promise<void>;
  close(): Promise<void>;
};

type MailConfig = { smtpUrl: string | null; mailFrom: string; dataDir: string };

/** Mail by SMTP where a server is set, else to a folder that `list-letters.ts` reads. */
export function openMail({ smtpUrl, mailFrom, dataDir }: MailConfig): Mail {
  return smtpUrl ? smtpMail(smtpUrl, mailFrom) : folderMail(dataDir, mailFrom);
}

function smtpMail(url: string, from: string): Mail {
  const { username, hostname } = new URL(url);
  const transport = createTransport({
    url,
    pool: true,
    // A password never goes over a network in clear, whatever the server offers.
    requireTLS: username !== "" && hostname !== "localhost" && !hostname.startsWith("127."),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    send: async (letter) => {
      try {
        await transport.sendMail(compose(letter, from));
      } catch (error) {
        if (!isRefusedAddress(error)) throw error;
        throw new AddressRefused(error instanceof Error ? error.message : String(error));
      }
    },
    check: async () => {
      await transport.verify();
    },
    close: async () => transport.close(),
  };
}
