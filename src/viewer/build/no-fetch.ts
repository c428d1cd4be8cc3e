/** Build time: stands for the package http-link-header in the worker, which asks no address for anything. */
export {};
