import type { Context } from "#src/context.ts";
import type { LogSigner } from "#src/evidence/last-checkpoint.ts";
import type { Mail } from "#src/mail/mail.ts";
import type { RevocationQuestion } from "#src/pdf/revocation/check-revocation.ts";
import type { Timestamping } from "#src/pdf/seal.ts";
import type { SealKey } from "#src/pdf/seal-key.ts";

/** What a job may use beside the context. */
export type JobContext = {
  ctx: Context;
  mail: Mail;
  sealKey: SealKey;
  /** Who signs the evidence log. */
  log: LogSigner;
  /** Who says when something was sealed; null where no timestamp authority is named. */
  timestamping: Timestamping | null;
  /** What is asked of the seal's own certificates before each seal. */
  sealRevocation: RevocationQuestion;
  /** The letters' templates: content by `<letter>/<language>.md`. */
  letters: Record<string, string>;
  /** Whether originals carry their texts as files inside (PDF/A-3a). */
  attachSource: boolean;
  /** Where people reach the service: `https://…`, without a slash at the end. */
  publicUrl: string;
  /** Called between the steps of a job, by name; the tests of crashes stop the process there. */
  reached(step: string): Promise<void>;
  /** Waits so many milliseconds. */
  pause(ms: number): Promise<void>;
};

/** The outbox row a job works on. */
export type Task = {
  id: string;
  run: number;
  agreement: string;
  number: number;
  created_at: Date;
};
