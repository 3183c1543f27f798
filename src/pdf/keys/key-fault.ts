/** Why a key cannot be opened: one sentence for whoever set it up. It repeats no password and no PIN. */
export class KeyFault extends Error {
  override name = "KeyFault";
}

/** Why there is no signature now. It may pass, so the job that wanted one is tried again. */
export class KeyUnavailable extends Error {
  override name = "KeyUnavailable";
}
