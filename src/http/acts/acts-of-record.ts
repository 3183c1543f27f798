import { z } from "@hono/zod-openapi";
import {
  makeCorrection,
  objectToCorrection,
  proposeCorrection,
} from "#src/agreements/force/correction.ts";
import {
  checkFixity,
  ingest,
  issueCertifiedCopy,
  register,
} from "#src/agreements/force/custody.ts";
import { someTerms } from "#src/text/terms.ts";
import type { Api } from "../api/api.ts";
import { language, line, partyCode, reason } from "../api/contract.ts";
import { actResource } from "./act-resource.ts";

const nothing = z.strictObject({});

/** Routes for corrections of the text, custody, copies and registration (VCLT articles 77, 79 and 80). */
export function actsOfRecord(api: Api): void {
  corrections(api);
  custody(api);
}

function corrections(api: Api): void {
  actResource(
    api,
    {
      name: "corrections",
      summary: "Propose the correction of an error in an authentic text, or in the terms on record",
      body: z
        .strictObject({
          reason,
          changes: z
            .array(
              z.strictObject({
                language,
                article: z.int().min(0).max(1000),
                found: line,
                corrected: line,
              }),
            )
            .max(100)
            .default([]),
          terms: someTerms.omit({ zone: true }).optional().meta({
            description: "The terms on record that are wrong, as the parties had agreed them",
          }),
        })
        .refine(({ changes, terms }) => changes.length > 0 || terms !== undefined, {
          path: ["changes"],
          message: "are missing, and so are terms: a correction corrects one of them",
        }),
    },
    proposeCorrection,
  );
  actResource(
    api,
    {
      name: "correction-objections",
      summary: "Object to the correction that is proposed",
      body: z.strictObject({ reason }),
    },
    objectToCorrection,
  );
  actResource(
    api,
    {
      name: "proces-verbal-of-correction",
      summary: "Make the correction, nobody having objected in time",
      body: nothing,
    },
    makeCorrection,
  );
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
  actResource(
    api,
    {
      name: "un-submission",
      summary: "Send the instrument for registration; a reason is needed where it does not bind",
      body: z.strictObject({ reason: z.string().trim().max(4000).default("") }),
    },
    (ctx, asked, body) => register(ctx, asked, { submit: body }),
  );
  actResource(
    api,
    {
      name: "un-registration",
      summary: "Record the number of registration",
      body: z.strictObject({ number: line }),
    },
    register,
  );
}
