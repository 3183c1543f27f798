/** One step of a trace, while it is under way. */
export type Span = {
  /** Names and numbers; never what `redact.ts` takes out of lines. */
  set(attributes: Record<string, string | number>): void;
  /** A better name, once it is known. */
  rename(name: string): void;
  /** The step as the parent of what follows elsewhere (W3C Trace Context, 3.2); null if nobody traces. */
  traceparent: string | null;
};

export type SpanOptions = {
  kind?: "server" | "client" | "producer" | "consumer" | "internal";
  /** The step that this one follows from, as it came with a request or an outbox row; else the present one. */
  parent?: string | null;
  attributes?: Record<string, string | number>;
};

/** Follows work from a request through the outbox and a job to a letter. Off unless OpenTelemetry is installed and set. */
export type Tracing = {
  /** Does the work as a step of its own. What it throws is marked in the trace and thrown on. */
  span<Answer>(
    name: string,
    options: SpanOptions,
    work: (span: Span) => Promise<Answer>,
  ): Promise<Answer>;
  isOn: boolean;
  close(): Promise<void>;
};

/** Traces nothing; the parent is handed on, so that others' traces are not broken by us. */
export const noTracing: Tracing = {
  span: (_, { parent = null }, work) =>
    work({ set: () => {}, rename: () => {}, traceparent: parent }),
  isOn: false,
  close: async () => {},
};
