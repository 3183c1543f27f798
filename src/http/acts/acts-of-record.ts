import { z } from "@hono/zod-openapi";
import { checkFixity, ingest, issueCertifiedCopy } from "#src/agreements/force/custody.ts";
import type { Api } from "../api/api.ts";
import { partyCode } from "../api/contract.ts";
import { actResource } from "./act-resource.ts";

const nothing = z.strictObject({});

/** Routes for custody, copies and registration (VCLT articles 77 and 80). */
export function actsOfRecord(api: Api): void {
  custody(api);
}

function custody(api: Api): void {
  actResource(
    api,
    {
      name: "certified-copies",
      summary: "Issue a certified true copy, with a serial number of its own",
      body: z.strictObject({ party: partyCode.optional() }),
    },
    issueCertifiedCopy,
  );
  actResource(
    api,
    {
      name: "ingestion",
      summary: "Take the sealed PDF into the archive's keeping",
      body: nothing,
    },
    ingest,
  );
  actResource(
    api,
    {
      name: "fixity-checks",
      summary: "Compare the stored file with what was sealed",
      body: nothing,
    },
    checkFixity,
  );
}
