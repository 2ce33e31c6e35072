/** Every custom function by family, in the order of the catalogue; each family file is registered with Excel at build time. */
export * from "./value";
export * from "./consequences";
export * from "./role";
export * from "./commitment";
export * from "./portfolio";
export * from "./history";
