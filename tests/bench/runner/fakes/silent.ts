/** A suite of the runner's own test: it ends well but reports nothing. */
export {};
