import type { Span as OtelSpan } from "@opentelemetry/api";
import { lineOf } from "./redact.ts";
import { traceparentOf } from "./request-id.ts";
import type { Tracing } from "./tracing.ts";

type Api = typeof import("@opentelemetry/api");
type Sdk = typeof import("@opentelemetry/sdk-node");

/** OpenTelemetry cannot be loaded; the sentence says what to install. */
export class NoOpenTelemetry extends Error {
  override name = "NoOpenTelemetry";
}

/**
 * Traces with OpenTelemetry's SDK, which is not among our packages: an office that wants traces installs it. The SDK
 * reads its own settings (`OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_TRACES_SAMPLER` …). Traces contain only the steps we
 * name ourselves, never a statement, header or body.
 *
 * @throws NoOpenTelemetry if it is not installed, or does not run on this Node
 */
export async function startOpenTelemetry({ service }: { service: string }): Promise<Tracing> {
  const name = "@opentelemetry/sdk-node";
  try {
    const api = await import("@opentelemetry/api");
    const { NodeSDK } = (await import(name)) as Sdk;
    const none = { instrumentations: [], metricReaders: [], logRecordProcessors: [] };
    const sdk = new NodeSDK({ serviceName: service, ...none });
    sdk.start();
    // A collector that is down when the process ends misses the last steps; that is no fault of the service.
    return tracingBy(api, () => sdk.shutdown().catch(() => {}));
  } catch (cause) {
    const detail =
      "OTEL_EXPORTER_OTLP_ENDPOINT is set, and OpenTelemetry cannot be loaded. On Node 22.15 or newer install @opentelemetry/sdk-node (docs/OBSERVABILITY.md).";
    throw new NoOpenTelemetry(detail, { cause });
  }
}

/** Traces with the provider registered with OpenTelemetry's API. */
export function tracingBy(api: Api, close: () => Promise<void>): Tracing {
  const { context, trace, SpanKind, SpanStatusCode } = api;
  const tracer = trace.getTracer("depositary");
  const kinds = {
    server: SpanKind.SERVER,
    client: SpanKind.CLIENT,
    producer: SpanKind.PRODUCER,
    consumer: SpanKind.CONSUMER,
    internal: SpanKind.INTERNAL,
  };
  return {
    span: (name, { kind = "internal", parent, attributes = {} }, work) => {
      const given = parent ? parsed(parent) : null;
      const around = given ? trace.setSpanContext(context.active(), given) : context.active();
      const options = { kind: kinds[kind], attributes };
      return tracer.startActiveSpan(name, options, around, async (span) => {
        try {
          return await work({
            set: (more) => void span.setAttributes(more),
            rename: (better) => void span.updateName(better),
            traceparent: written(span),
          });
        } catch (error) {
          span.setStatus({ code: SpanStatusCode.ERROR, message: lineOf(error) });
          throw error;
        } finally {
          span.end();
        }
      });
    },
    isOn: true,
    close,
  };
}

function parsed(traceparent: string) {
  const found = traceparentOf(traceparent);
  if (!found) return null;
  const { trace: traceId, span: spanId, flags: traceFlags } = found;
  return { traceId, spanId, traceFlags, isRemote: true };
}

function written(span: OtelSpan): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
}
