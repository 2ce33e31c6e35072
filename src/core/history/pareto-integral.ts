const { exp, log } = Math;

/** g(y) = (alpha + y)^-k (beta + y)^-m: rate of buying and of dropping out, averaged over both gammas. */
export interface Decay { readonly alpha: number; readonly k: number; readonly beta: number; readonly m: number }

/** Products u_i u_j, j <= i, of u = (1, ln(alpha+y), 1/(alpha+y), ln(beta+y), 1/(beta+y)), in the order 00 10 11 20 21 22 30 ... 44. */
export const productCount = 15;

/** Gauss-Legendre nodes and weights on -1..1; the rule of n nodes is exact to degree 2n - 1. */
const rules = [
  { upTo: 0.015, nodes: [-0.5773502691896257, 0.5773502691896257], weights: [1, 1] },
  { upTo: 0.15, nodes: [-0.7745966692414834, 0, 0.7745966692414834], weights: [5 / 9, 8 / 9, 5 / 9] },
  {
    upTo: 0.6, nodes: [-0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526],
    weights: [0.34785484513745385, 0.6521451548625461, 0.6521451548625461, 0.34785484513745385],
  },
] as const;
const steepest = rules[rules.length - 1]!.upTo;
/** e^-42: what lies further down no longer counts. */
const mostPieces = Math.ceil(42 / steepest);

/**
 * For every knot t: ln g(t), and ∫ g(y) u_i u_j dy from t to the last knot divided by g(t), for the first `products` products.
 * One sweep from the last knot to the first: the integral from t is that of the gap to the next knot plus what is known from
 * there. Every gap is cut until ln g falls by at most 0.6 per piece, and the number of nodes follows the fall, so that each
 * piece is good to 1e-11 for any x, alpha and beta. Everything is positive: nothing cancels.
 */
export function integralsFrom(knots: Float64Array, decay: Decay, products: number): { lnG: Float64Array; integrals: Float64Array } {
  const { alpha, k, beta, m } = decay;
  const lnG = knots.map((t) => -k * log(alpha + t) - m * log(beta + t));
  const integrals = new Float64Array(knots.length * products);
  for (let knot = knots.length - 2; knot >= 0; knot--) {
    const here = knot * products;
    const carry = exp(lnG[knot + 1]! - lnG[knot]!);
    for (let i = here; i < here + products; i++) integrals[i] = carry * integrals[i + products]!;
    addGap(integrals, here, products, decay, knots[knot]!, knots[knot + 1]!, lnG[knot]!, lnG[knot + 1]!);
  }
  return { lnG, integrals };
}

const u = new Float64Array(5).fill(1);

/** Adds weight u_i u_j to the fifteen sums from `at` on. */
export function addProducts(sums: Float64Array, at: number, weight: number, lnA: number, perA: number, lnB: number, perB: number): void {
  u[1] = lnA;
  u[2] = perA;
  u[3] = lnB;
  u[4] = perB;
  for (let i = 0, product = at; i < 5; i++) {
    const weighted = weight * u[i]!;
    for (let j = 0; j <= i; j++) sums[product++]! += weighted * u[j]!;
  }
}

/** Adds ∫ g(y) / g(from) u_i u_j dy over one gap. Pieces are equal in ln(c + y), the scale on which g is close to a power. */
function addGap(
  sums: Float64Array, at: number, products: number, { alpha, k, beta, m }: Decay, from: number, to: number, lnFrom: number, lnTo: number,
): void {
  const fall = lnFrom - lnTo + log((alpha + to) / (alpha + from));
  const pieces = Math.ceil(fall / steepest);
  const c = Math.min(alpha, beta);
  // A root by logarithm: engines round a power differently in the last digit, but exp and log alike.
  const growth = pieces === 1 ? 1 : exp(log((c + to) / (c + from)) / pieces);
  const { nodes, weights } = rules.find(({ upTo }) => fall / pieces <= upTo) ?? rules[rules.length - 1]!;
  for (let piece = 0, start = from; piece < Math.min(pieces, mostPieces); piece++) {
    const end = pieces === 1 ? to : (c + start) * growth - c;
    const half = (end - start) / 2;
    for (let node = 0; node < nodes.length; node++) {
      const y = start + half * (1 + nodes[node]!);
      const lnA = log(alpha + y);
      const lnB = log(beta + y);
      const g = half * weights[node]! * exp(-k * lnA - m * lnB - lnFrom);
      if (products === 1) {
        sums[at]! += g;
        continue;
      }
      addProducts(sums, at, g, lnA, 1 / (alpha + y), lnB, 1 / (beta + y));
    }
    start = end;
  }
}
