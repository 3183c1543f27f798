/** The outcome of an act: `repeated` is the same request again, `proposed` waits for a second officer. */
export type ActOutcome = "done" | "repeated" | "proposed" | "refused" | "failed";
export type JobOutcome = "done" | "retried" | "failed" | "skipped";
export type LetterOutcome = "sent" | "refused" | "failed";

/** Counts and measures, for `/metrics`. Labels are few and closed: route patterns and names, never ids. */
export type Metrics = {
  request(labels: { method: string; route: string; status: number }, seconds: number): void;
  act(act: string, outcome: ActOutcome): void;
  job(job: string, outcome: JobOutcome, seconds: number): void;
  letter(letter: string, outcome: LetterOutcome): void;
  /** The response of `/metrics`; null if nothing is measured. */
  page: (() => Promise<{ type: string; text: string }>) | null;
};

/** Measures nothing: at the edge, in commands and in tests that do not read figures. */
export const noMetrics: Metrics = {
  request: () => {},
  act: () => {},
  job: () => {},
  letter: () => {},
  page: null,
};
