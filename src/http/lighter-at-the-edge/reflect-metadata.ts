/** The Worker's `reflect-metadata`, which only `@peculiar/x509` needs. */
export {};
