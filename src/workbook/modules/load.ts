import type { Module } from "./module";

/** The list of modules as it is handed around: fetched when it is first wanted, and another one in tests. */
export type LoadModules = () => Promise<readonly Module[]>;

/** All that there are. They are not on the panel's first screen, so not in its way. */
export const loadModules: LoadModules = async () => (await import(/* webpackChunkName: "modules" */ ".")).modules;
