/** A suite of the runner's own test: it reports what its settings say. */
import { openReport } from "../../report.ts";

const report = openReport();
const samples = (process.env.FAKE_SAMPLES ?? "1 2 3").split(" ").map(Number);
report.table("Fake", { unit: "ms" }, [{ what: "one", samples }]);
report.close();
