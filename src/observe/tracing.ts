/** One step of a trace, while it is under way. */
export type Span = {
  /** Names and numbers; never anything that `redact.ts` removes from lines. */
  set(attributes: Record<string, string | number>): void;
  /** A better name, once it is known. */
  rename(name: string): void;
  /** The step as the parent of remote steps (W3C Trace Context, 3.2); null without tracing. */
  traceparent: string | null;
};

export type SpanOptions = {
  kind?: "server" | "client" | "producer" | "consumer" | "internal";
  /** The parent step, from a request or an outbox row; else the current one. */
  parent?: string | null;
  attributes?: Record<string, string | number>;
};

/** Follows work from a request through the outbox and a job to a letter. Off unless OpenTelemetry is set. */
export type Tracing = {
  /** Runs the work as its own step. Marks an error in the trace and rethrows it. */
  span<Answer>(
    name: string,
    options: SpanOptions,
    work: (span: Span) => Promise<Answer>,
  ): Promise<Answer>;
  isOn: boolean;
  close(): Promise<void>;
};

/** Traces nothing, but passes the parent on, so that we do not break others' traces. */
export const noTracing: Tracing = {
  span: (_, { parent = null }, work) =>
    work({ set: () => {}, rename: () => {}, traceparent: parent }),
  isOn: false,
  close: async () => {},
};
