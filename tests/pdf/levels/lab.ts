import { X509Certificate } from "node:crypto";
import { findLists } from "#src/pdf/revocation/find-lists.ts";
import { openSealKey } from "#src/pdf/seal-key.ts";
import { askAuthority } from "#src/pdf/timestamp/ask-authority.ts";
import { type IssueOptions, openAuthority, rsa } from "#tests/support/authority.ts";
import { openTimestampServer } from "#tests/support/timestamp-server.ts";

const now = () => new Date();

/** Everything that stands around a seal: an authority for signers, one for timestamps, and their lists. */
export async function openLab({
  seal = {},
  clock: ofClock = {},
  milliseconds = 30_000,
}: {
  seal?: IssueOptions;
  /** Of the timestamp authority's certificate. */
  clock?: IssueOptions;
  milliseconds?: number;
} = {}) {
  const authority = openAuthority("Signers");
  const clock = openAuthority("Clock");
  const server = await openTimestampServer(clock, ofClock);
  const issued = authority.issue("Seal", { key: rsa(3072), ...seal });
  const key = openSealKey(
    { key: issued.key, certificate: issued.pem, authority: authority.pem },
    true,
  );
  const timestamps = askAuthority({
    url: server.url,
    trust: [new X509Certificate(clock.pem)],
    now,
    milliseconds,
  });
  const lists = async () => [authority.list(), clock.list()];
  const revocation = findLists({ lists, hosts: [], now });
  const trust = [authority.pem];
  return {
    authority,
    clock,
    server,
    issued,
    key,
    timestamps,
    revocation,
    timestamping: { timestamps, revocation, trust },
    /** What a reader is told to trust. */
    reader: { trust, timestampTrust: [clock.pem] },
    close: async () => {
      await server.close();
      authority.close();
      clock.close();
    },
  };
}

export type Lab = Awaited<ReturnType<typeof openLab>>;
