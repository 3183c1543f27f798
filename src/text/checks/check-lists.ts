import blank from "../../../templates/blank-words.json" with { type: "json" };
import memorandum from "../../../templates/memorandum-words.json" with { type: "json" };
import parity from "../../../templates/parity-words.json" with { type: "json" };

const lists = { blank, memorandum, parity };
/** Word lists that checks read when they are first needed; at the edge they are a file of their own. */
export type CheckLists = typeof lists;

export const checkLists = (): CheckLists => lists;
