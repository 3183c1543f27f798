import { performance } from "node:perf_hooks";
import { Counter, Gauge, type Registry } from "prom-client";

/** Measures the process itself, under the names that Prometheus clients share. */
export function measureProcess(registers: Registry[], now: () => Date): void {
  const started = now().getTime() / 1000 - process.uptime();
  new Counter({
    name: "process_cpu_seconds_total",
    help: "Seconds of processor time that this process has used.",
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  gauge("process_start_time_seconds", "When this process started, in seconds since 1970.", () =>
    Math.round(started),
  );
  gauge("process_resident_memory_bytes", "Memory that this process holds, in bytes.", () =>
    process.memoryUsage.rss(),
  );
  gauge(
    "nodejs_heap_size_used_bytes",
    "Memory of JavaScript objects, in bytes.",
    () => process.memoryUsage().heapUsed,
  );
  let before = performance.eventLoopUtilization();
  gauge(
    "nodejs_eventloop_utilization_ratio",
    "How busy the process was since the figures were last read, from 0 to 1.",
    () => {
      const { utilization } = performance.eventLoopUtilization(before);
      before = performance.eventLoopUtilization();
      return utilization;
    },
  );

  function gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  }
}
