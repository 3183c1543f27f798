/**
 * The mail server refuses this one recipient for good (RFC 5321, 4.2.1: a reply of 5yz to RCPT), or the address is
 * invalid. A retry does not help; other recipients are not affected.
 */
export class AddressRefused extends Error {
  override name = "AddressRefused";
}

type SmtpError = Error & { code?: string; command?: string; responseCode?: number };

/** Whether the error concerns only the recipient. Any other fault, such as a refused sign-in, may pass. */
export function isRefusedAddress(error: unknown): boolean {
  const { command, responseCode } = error as SmtpError;
  return command === "RCPT TO" && responseCode !== undefined && responseCode >= 500;
}

/** Whether no letter at all can be sent now. A fault of one letter or one address does not count. */
export function isMailOutage(error: unknown): boolean {
  const { code = "" } = error as SmtpError;
  return !(error instanceof AddressRefused) && code !== "" && !/^E(?:ENVELOPE|MESSAGE)$/.test(code);
}

/** Whether the server could not be reached at all, so that no other letter goes out either. */
export function isServerAway(error: unknown): boolean {
  const { code, responseCode } = error as SmtpError;
  return responseCode === undefined && /^(?:E[A-Z_]+)$/.test(code ?? "");
}
