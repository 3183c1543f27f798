import type { Letter } from "./send-compose.ts";

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
