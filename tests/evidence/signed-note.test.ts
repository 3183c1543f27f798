import { createPrivateKey, generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { openCheckpoint, openNote, openStatement } from "#src/evidence/open-note.ts";
import { checkpointText, signNote, statementText, vkeyOf } from "#src/evidence/sign-note.ts";

/** The example key and note of the reference implementation, golang.org/x/mod/sumdb/note. */
const seed = Buffer.from("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", "base64").subarray(1);
const pkcs8 = Buffer.from("302e020100300506032b657004220420", "hex");
const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: "der", type: "pkcs8" });
const peter = { name: "PeterNeumann", key };
const vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const text =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const note = `${text}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

test("the reference key, note and signature are ours byte for byte", () => {
  expect(vkeyOf(peter)).toBe(vkey);
  expect(signNote(text, peter)).toBe(note);
  expect(openNote(note, vkey)).toBe(text);
});

test("a note that is changed in any byte does not open", () => {
  const bytes = Buffer.from(note);
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(openNote(changed.toString(), vkey)).toBeNull();
  }
  for (let end = 0; end < note.length; end++) expect(openNote(note.slice(0, end), vkey)).toBeNull();
});

test("other keys' signatures are passed over, a false one of ours is not", () => {
  const { privateKey } = generateKeyPairSync("ed25519");
  const other = signNote(text, { name: "example.org/witness", key: privateKey });
  const line = other.slice(text.length + 1);
  const forged = signNote("Another text.\n", peter).split("\n").at(-2);
  expect(openNote(note + line, vkey)).toBe(text);
  expect(openNote(`${text}\n${line}${note.slice(text.length + 1)}`, vkey)).toBe(text);
  expect(openNote(`${note}${forged}\n`, vkey)).toBeNull();
  expect(openNote(other, vkey)).toBeNull();
  const sameName = signNote(text, { name: "PeterNeumann", key: privateKey });
  expect(openNote(sameName, vkey)).toBeNull();
});

test.each([
  "",
  "PeterNeumann",
  vkey.replace("c74f20a3", "c74f20a4"),
  vkey.replace("PeterNeumann", "Peter"),
  vkey.replace("+ARpc", "+AhpC"),
  vkey.slice(0, -4),
])("the key %j opens nothing", (bad) => {
  expect(openNote(note, bad)).toBeNull();
});

test("a checkpoint is its log's own, and says its size in one way", () => {
  const root = "0ac51869a1863e8e1d90c8080 14aa89bf5da8e3ee1d9f0763cf0378f68f1ab62"
    .replaceAll(" ", "")
    .slice(0, 64);
  const given = { origin: "PeterNeumann", size: 20852163, root };
  const signed = signNote(checkpointText(given), peter);
  expect(openCheckpoint(signed, vkey)).toEqual(given);
  const opens = (body: string) => openCheckpoint(signNote(body, peter), vkey);
  const base64 = Buffer.from(root, "hex").toString("base64");
  expect(opens(`PeterNeumann\n12\n${base64}\nextension\n`)).toMatchObject({ size: 12 });
  for (const body of [
    `another.example\n12\n${base64}\n`,
    `PeterNeumann\n012\n${base64}\n`,
    `PeterNeumann\n-1\n${base64}\n`,
    `PeterNeumann\n1e3\n${base64}\n`,
    `PeterNeumann\n12\n${base64.slice(4)}\n`,
    `PeterNeumann\n12\n`,
    `\n12\n${base64}\n`,
  ]) {
    expect(opens(body)).toBeNull();
  }
});

test("a statement is no checkpoint and a checkpoint no statement", () => {
  const stated = {
    agreement: "6cc70000-0000-4000-8000-000000000001",
    entries: 12,
    head: "a".repeat(64),
  };
  const signed = signNote(statementText(stated), peter);
  expect(openStatement(signed, vkey)).toEqual(stated);
  expect(openCheckpoint(signed, vkey)).toBeNull();
  const root = "b".repeat(64);
  const checkpoint = signNote(checkpointText({ origin: "PeterNeumann", size: 1, root }), peter);
  expect(openStatement(checkpoint, vkey)).toBeNull();
});
