/** A breach of an ISO 19005-2 rule on file structure: its clause, the byte where it shows, and a sentence. */
export type StructureFault = { clause: string; at: number; detail: string };

/** Receives each fault. */
export type Report = (clause: string, at: number, detail: string) => void;
