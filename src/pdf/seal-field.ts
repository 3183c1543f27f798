/** The field that the depositary signs last of all. */
export const sealField = "Seal";
