/** A suite of the runner's own test: it fails before it reports. */
throw new Error("The fake suite cannot go on.");
