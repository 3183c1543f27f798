import type { Letter } from "./send-compose.ts";

export type Mail = {
  /**
   * Sends one letter to one person. The same Message-ID sent twice is one letter to a mail program, and one file in a
   * folder. Throws if the mail server does not accept it, and on anything in the letter that could become a header or a
   * further recipient. Throws AddressRefused if a retry does not help.
   */
  send(letter: Letter): Promise<void>;
  /** Throws unless letters can be sent now: connects and signs in, and sends nothing. */
  check(): Promise<void>;
  close(): Promise<void>;
};
