/** A suite of the runner's own test: it starts a process outside its group, says so in a file, and waits to be ended. */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";

const child = spawn("sleep", ["600"], { detached: true, stdio: "ignore" });
writeFileSync(process.env.FAKE_STARTED ?? "", `${child.pid} ${process.env.TMPDIR}`);
setInterval(() => {}, 60_000);
