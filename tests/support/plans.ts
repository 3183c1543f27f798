import { Client } from "pg";
import { vi } from "vitest";

/** A node of `EXPLAIN (FORMAT JSON)`. */
type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  Plans?: Node[];
};

export type Plan = { query: string; scans: string[] };

/**
 * Makes each new connection of a database report the plan of every statement, also of those within functions and
 * triggers, and collects them: the statements that the service really sends, under the roles and settings that it sends
 * them with. Call it before the service connects. Needs a superuser's URL and PostgreSQL's module auto_explain.
 */
export async function collectPlans(url: string): Promise<{ taken(): Plan[] }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const name = new URL(url).pathname.slice(1);
  const settings = {
    session_preload_libraries: "auto_explain",
    "auto_explain.log_min_duration": "0",
    "auto_explain.log_nested_statements": "on",
    "auto_explain.log_format": "json",
    "auto_explain.log_level": "notice",
  };
  await client.query("LOAD 'auto_explain'");
  for (const [setting, value] of Object.entries(settings)) {
    await client.query(`ALTER DATABASE ${name} SET ${setting} = '${value}'`);
  }
  await client.end();
  let plans: Plan[] = [];
  const emit = Client.prototype.emit;
  vi.spyOn(Client.prototype, "emit").mockImplementation(function (this: Client, event, ...rest) {
    const [notice] = rest as { message?: string }[];
    if (event === "notice" && notice?.message) plans.push(...readPlan(notice.message));
    return emit.call(this, event, ...rest);
  });
  return {
    taken: () => {
      const taken = plans;
      plans = [];
      return taken;
    },
  };
}

function readPlan(message: string): Plan[] {
  const start = message.indexOf("{");
  if (!message.includes("plan:") || start < 0) return [];
  const found = JSON.parse(message.slice(start)) as { "Query Text": string; Plan: Node };
  return [{ query: found["Query Text"].replaceAll(/\s+/g, " "), scans: scansOf(found.Plan) }];
}

/** The tables that a plan reads from the first row to the last. */
function scansOf(node: Node): string[] {
  const own = node["Node Type"] === "Seq Scan" ? [node["Relation Name"] ?? ""] : [];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}
