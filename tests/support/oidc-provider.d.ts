/** What the tests use of a package that brings no types. */
declare module "oidc-provider" {
  import type { RequestListener } from "node:http";

  export type Configuration = Record<string, unknown> & {
    findAccount(call: unknown, sub: string): { accountId: string; claims(): object };
  };
  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): RequestListener;
  }
}
