/** How long the bundled PostgreSQL takes to make its cluster and be ready, in seconds, `ROUNDS` times (5). */
import { join } from "node:path";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { freshFolder } from "#tests/support/folder.ts";

const folder = freshFolder();
const seconds: number[] = [];
for (let round = 0; round < Number(process.env.ROUNDS ?? 5); round++) {
  const before = performance.now();
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder.path, `data ${round}`) });
  seconds.push((performance.now() - before) / 1000);
  await postgres.stop();
}
seconds.sort((a, b) => a - b);
const [least, median, most] = [0, 0.5, 1].map((part) =>
  seconds[Math.round(part * (seconds.length - 1))]?.toFixed(2),
);
console.log(`first start: median ${median} s, least ${least} s, most ${most} s`);
folder.remove();
