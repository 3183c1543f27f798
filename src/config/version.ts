/** This release, as package.json has it; the file itself would be carried to the edge. */
export const version = "0.1.0";
