export class Unavailable extends Error {}
export interface StoreEndpoints {
  readonly endpoint: string;
  readonly query: string;
  readonly update: string;
  readonly graphStore: string;
}
export interface RunningStore {
  readonly name: string;
  readonly store: string;
  readonly port: number;
  readonly endpoints: StoreEndpoints;
  readonly credentials?: { readonly user: string; readonly password: string };
  readonly pid: number;
  stop(): Promise<void>;
  /** How it ended where nobody stopped it, with the ends of its logs; undefined while it runs. */
  death(): string | undefined;
}
export interface StoreOptions {
  readonly port?: number;
  readonly dir?: string;
  readonly persistent?: boolean;
}
export const STORE_NAMES: readonly string[];
export function startStore(name: string, options?: StoreOptions): Promise<RunningStore>;
export function stopStore(name: string, options?: { readonly dir?: string }): Promise<void>;
export function storePid(name: string, options?: { readonly dir?: string }): number | undefined;
