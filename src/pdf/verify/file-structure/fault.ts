/** A breach of a rule of ISO 19005-2 on how a file is built: its clause, the byte where it shows, and a sentence. */
export type StructureFault = { clause: string; at: number; detail: string };

/** Takes what is found. */
export type Report = (clause: string, at: number, detail: string) => void;
