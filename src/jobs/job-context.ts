import type { Context } from "#src/context.ts";
import type { LogSigner } from "#src/evidence/last-checkpoint.ts";
import type { Mail } from "#src/mail/mail.ts";
import type { RevocationQuestion } from "#src/pdf/revocation/check-revocation.ts";
import type { Timestamping } from "#src/pdf/seal.ts";
import type { SealKey } from "#src/pdf/seal-key.ts";
import type { LetterTexts } from "#src/text/letter.ts";

/** What a job may use besides the context. */
export type JobContext = {
  ctx: Context;
  mail: Mail;
  sealKey: SealKey;
  /** Signs the evidence log. */
  log: LogSigner;
  /** Timestamps for seals; null if no timestamp authority is configured. */
  timestamping: Timestamping | null;
  /** The revocation check of the seal's own certificates before each seal. */
  sealRevocation: RevocationQuestion;
  letters: LetterTexts;
  /** Whether originals contain their texts as embedded files (PDF/A-3a). */
  attachSource: boolean;
  /**
   * How depositary notifications are numbered, and in which languages they are typeset. `sealWaitMs` is for tests: how
   * long the letters wait for the sealed page.
   */
  notifications: { prefix: string; languages: string[]; sealWaitMs?: number };
  /** The address at which people reach the service: `https://…`, without a trailing slash. */
  publicUrl: string;
  /** Called between the steps of a job, with the step's name; crash tests stop the process there. */
  reached(step: string): Promise<void>;
  /** Waits for `ms` milliseconds. */
  pause(ms: number): Promise<void>;
};

/** The outbox row a job works on. */
export type Task = {
  id: string;
  run: number;
  agreement: string;
  number: number;
  effect: string;
  created_at: Date;
  /** The evidence entry of the act that ordered it; null if no act did. */
  seq: number | null;
};
