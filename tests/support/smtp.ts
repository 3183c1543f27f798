import { once } from "node:events";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { type ParsedMessage, parseMessage } from "./message.ts";

export type Received = ParsedMessage & {
  /** Who it was delivered to, and by whom: the envelope, not the headers. */
  recipients: string[];
  sender: string;
};

export type SmtpSink = {
  /** For SMTP_URL. */
  url: string;
  /** All that was accepted, in order; repeated deliveries are all here. */
  received: Received[];
  /** How many of the next messages to refuse, each with this code. */
  refuse(times: number, code?: number): void;
  /** Refuses every letter to this address for good, with 550 to RCPT; null refuses none any more. */
  refuseAddress(address: string | null): void;
  close(): Promise<void>;
};

/** A real SMTP server on a free port of this machine that keeps what it is given. */
export async function startSmtp(): Promise<SmtpSink> {
  const received: Received[] = [];
  let refusals = 0;
  let refusedAddress: string | null = null;
  let refusalCode = 451;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onAuth: ({ username }, _, answer) => answer(null, { user: username }),
    allowInsecureAuth: true,
    onRcptTo: ({ address }, _, answer) => {
      if (address !== refusedAddress) return answer();
      answer(Object.assign(new Error("No such mailbox"), { responseCode: 550 }));
    },
    onData: async (stream, { envelope }, answer) => {
      const raw = await text(stream);
      if (refusals > 0) {
        refusals--;
        answer(Object.assign(new Error("Not now"), { responseCode: refusalCode }));
        return;
      }
      received.push({
        ...parseMessage(raw),
        recipients: envelope.rcptTo.map(({ address }) => address),
        sender: envelope.mailFrom ? envelope.mailFrom.address : "",
      });
      answer();
    },
  });
  server.on("error", () => {});
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  const port = address && typeof address === "object" ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (times, code = 451) => {
      refusals = times;
      refusalCode = code;
    },
    refuseAddress: (address) => {
      refusedAddress = address;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
