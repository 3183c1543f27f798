import type { ObjectStore } from "#src/archive/objects.ts";
import type { Db } from "#src/db.ts";
import type { Verification } from "#src/pdf/verify.ts";
import type { Source } from "#src/text/source.ts";

/** What the doors hand to everything below them: the database, the clock, chance and the store. */
export type Context = {
  db: Db;
  now(): Date;
  /** A new random id (UUID). */
  id(): string;
  objects: ObjectStore;
  /** Called after an act is on record, so that waiting work starts at once and not at the next look. */
  committed(): void;
  /** What only a full machine can do; absent at the edge, where these answer 501. */
  press: Press | null;
  /** Whether people reach the service by TLS, so that a cookie may be marked for it alone. */
  overTls: boolean;
};

export type Press = {
  /** A draft as PDF, with the watermark given. */
  draft(
    source: Source,
    options: { id: string; date: string; watermark: string },
  ): Promise<Uint8Array>;
  verify(pdf: Uint8Array): Promise<Verification>;
};
