/** What is being written and is no part of the record yet. */
export type DraftingTables = {
  working_texts: {
    agreement: string;
    language: string;
    /** Null where the text was taken over into a version, or discarded. */
    markdown: string | null;
    revision: number;
    based_on: number;
    person: string;
    at: Date;
  };
};
