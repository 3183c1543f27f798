/** A file of thirteen pages with an empty field `Seal`, and what seals it. */
export type Task = { pdf: Uint8Array; folder: string; round: number };

/** `load` opens the key once, as a service does; `seal` answers the file as it was written to disk. */
export type Engine = {
  name: string;
  seal(task: Task): Promise<Uint8Array>;
};

/** The key of all engines: RSA-3072, its certificate under a small authority, as PEM and as PKCS #12. */
export type Pems = { key: string; certificate: string; authority: string };
