import type { Module } from "./module";

/** Every module in the order in which the panel offers them; what a module needs stands before it. */
export const modules: readonly Module[] = [];
