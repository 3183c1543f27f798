/** The clock of the machine, which commands hand to everything that asks for the time. */
export const now = () => new Date();
