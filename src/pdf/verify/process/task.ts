import { type NamedList, openList } from "../../revocation/find-lists.ts";
import type { Verification } from "../conclude.ts";
import type { VerifyOptions } from "../options.ts";

/** One file for a verifying process, as it is sent there. */
export type Task = {
  pdf: Uint8Array;
  options: Omit<VerifyOptions, "revocationLists">;
  lists: readonly SentList[];
};

/** An opened list is several views of the same bytes, so only these are sent and opened again. */
type SentList = Uint8Array | { name: string; der: Uint8Array } | { name: string; why: string };

/**
 * What the process answers. After its `last` answer it takes no more files. Of an error's own properties the channel
 * keeps only the message and the stack, so `code` is sent beside it.
 */
export type Answer = { last: boolean } & (
  | { verification: Verification }
  | { error: Error; code: string | undefined }
);

/** Packs a file and the options. */
export function packTask(pdf: Uint8Array, options: VerifyOptions): Task {
  const { revocationLists = [], ...others } = options;
  return { pdf: plain(pdf), options: others, lists: revocationLists.map(packList) };
}

/** The options as they were packed. */
export function unpackOptions({ options, lists }: Task): VerifyOptions {
  return { ...options, revocationLists: lists.map(unpackList) };
}

/** A `Buffer` would arrive as a `Buffer`, whose `slice` copies nothing. */
function plain({ buffer, byteOffset, length }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, length);
}

function packList(given: Uint8Array | NamedList): SentList {
  if (given instanceof Uint8Array) return plain(given);
  const { name } = given;
  return given.list ? { name, der: plain(given.list.der) } : { name, why: given.why };
}

function unpackList(sent: SentList): Uint8Array | NamedList {
  if (sent instanceof Uint8Array) return sent;
  return "der" in sent ? openList(sent.der, sent.name) : { ...sent, list: null };
}
