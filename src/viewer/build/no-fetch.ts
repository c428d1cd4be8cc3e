/** Build time: stands for the package cross-fetch in the worker, which asks no address for anything. */
export {};
