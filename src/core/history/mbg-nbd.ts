import { betaGeometric } from "./beta-geometric";

/**
 * MBG/NBD: Batislam, Denizel & Filiztekin (2007), International Journal of Research in Marketing 24(3). Parameters r, alpha, a, b.
 * As the BG/NBD, but a customer can drop out right after the first purchase too.
 */
export const mbgNbd = betaGeometric("MBGNBD", 1);
