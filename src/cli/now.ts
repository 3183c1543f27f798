/** The machine's clock, which commands pass to everything that needs the time. */
export const now = () => new Date();
