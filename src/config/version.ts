/** This release's version, the same as in package.json. Importing that file would bundle it for the edge. */
export const version = "0.1.0";
