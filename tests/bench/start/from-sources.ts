/** `src/cli.ts` without the bundle, to measure what the bundle saves. */
import { keepCompiled } from "#src/cli/keep-compiled.ts";

keepCompiled(process.env);
const { run } = await import("#src/cli/run.ts");
process.exitCode = await run(process.argv.slice(2));
