#!/usr/bin/env node
import { join } from "node:path";
import { keepCompiled } from "#src/cli/keep-compiled.ts";
import { currentBundle } from "#src/cli/server-bundle.ts";

keepCompiled(process.env);
const bundle = currentBundle(join(import.meta.dirname, ".."));
// The bundle starts faster, but only a build makes it. Without one the sources run as they are.
const { run }: typeof import("#src/cli/run.ts") = await (bundle
  ? import(bundle)
  : import("#src/cli/run.ts"));
process.exitCode = await run(process.argv.slice(2));
