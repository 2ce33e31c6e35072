import type { Module } from "./module";

export type { Filled, Module } from "./module";

/** Every module in the order in which the panel offers them; what a module needs stands before it. */
export const modules: readonly Module[] = [];

/** The list as Office.js code is handed it: fetched when it is first wanted, and another one in tests. */
export type LoadModules = () => Promise<readonly Module[]>;

/** The ids that must be there before a module, the nearest last; without the module itself. */
export function neededBy(id: string, all: readonly Module[]): string[] {
  const needs = all.find((module) => module.id === id)?.needs ?? [];
  return [...new Set(needs.flatMap((need) => [...neededBy(need, all), need]))];
}

/** The ids that cannot stay when a module goes, the last added first; without the module itself. */
export function leaningOn(id: string, all: readonly Module[]): string[] {
  return all.filter((module) => neededBy(module.id, all).includes(id)).map((module) => module.id).reverse();
}
