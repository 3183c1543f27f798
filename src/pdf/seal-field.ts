/** The field that the depositary signs last. */
export const sealField = "Seal";
