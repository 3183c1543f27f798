/** Why a key cannot be opened: one sentence for the operator. It never contains a password or PIN. */
export class KeyFault extends Error {
  override name = "KeyFault";
}

/** Why there is no signature now. It may pass, so the job retries. */
export class KeyUnavailable extends Error {
  override name = "KeyUnavailable";
}
