/** How long the bundled PostgreSQL takes to make its cluster and be ready, in seconds, `ROUNDS` times (5). */
import { join } from "node:path";
import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";
import { freshFolder } from "#tests/support/folder.ts";
import { openReport } from "../report.ts";

const report = openReport();
const folder = freshFolder();
const seconds: number[] = [];
for (let round = 0; round < Number(process.env.ROUNDS ?? 5); round++) {
  const before = performance.now();
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder.path, `data ${round}`) });
  seconds.push((performance.now() - before) / 1000);
  await postgres.stop();
}
folder.remove();
report.table("The bundled PostgreSQL makes its cluster and is ready", { unit: "s" }, [
  { what: "first start", samples: seconds },
]);
report.close();
