import { betaGeometric } from "./beta-geometric";

/**
 * BG/NBD: Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2). Parameters r, alpha, a, b.
 * A customer can drop out only after a repeat purchase, so one who never came back is alive for certain.
 */
export const bgNbd = betaGeometric("BGNBD", 0);
