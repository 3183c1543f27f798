import { startEmbeddedPostgres } from "#src/embedded/postgres.ts";

// Run by the tests as a process of its own: starts PostgreSQL on the folder given, says so, and waits.
const [dataDir = "", refuge = ""] = process.argv.slice(2);
try {
  const postgres = await startEmbeddedPostgres({ dataDir, refuge });
  process.once("SIGTERM", () => void postgres.stop());
  console.log(`ready ${postgres.pid} ${postgres.ownerUrl}`);
} catch (error) {
  console.log(`refused: ${error instanceof Error ? error.message : error}`);
}
