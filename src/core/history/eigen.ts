const { abs, hypot, sqrt } = Math;

/** A symmetric matrix as Σ value vector vectorᵀ, the vectors orthogonal and of length 1. */
export interface Eigen { readonly values: number[]; readonly vectors: number[][] }

/** Jacobi's method for a small symmetric matrix, of which the lower triangle is read: rotate until nothing is left beside the diagonal. */
export function eigenOf(lower: readonly (readonly number[])[]): Eigen {
  const n = lower.length;
  const a = lower.map((_, i) => lower.map((__, j) => (j <= i ? lower[i]![j]! : lower[j]![i]!)));
  const vectors = a.map((_, i) => a.map((__, j) => Number(i === j)));
  for (let sweep = 0; sweep < 30; sweep++) {
    let beside = 0;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const share = abs(a[p]![q]!);
        if (share === 0 || share < 1e-18 * sqrt(abs(a[p]![p]! * a[q]![q]!))) continue;
        beside++;
        rotate(a, vectors, p, q);
      }
    }
    if (beside === 0) break;
  }
  return { values: a.map((row, i) => row[i]!), vectors };
}

/** The rotation in the plane of p and q that makes a[p][q] vanish. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
  const t = (theta < 0 ? -1 : 1) / (abs(theta) + hypot(theta, 1));
  const c = 1 / hypot(t, 1);
  const s = t * c;
  for (const row of a) turn(row, p, q, c, s);
  for (let k = 0; k < a.length; k++) {
    const [ap, aq] = [a[p]![k]!, a[q]![k]!];
    a[p]![k] = c * ap - s * aq;
    a[q]![k] = s * ap + c * aq;
  }
  a[p]![q] = a[q]![p] = 0;
  [vectors[p], vectors[q]] = [
    vectors[p]!.map((v, k) => c * v - s * vectors[q]![k]!), vectors[q]!.map((v, k) => s * vectors[p]![k]! + c * v),
  ];
}

function turn(row: number[], p: number, q: number, c: number, s: number): void {
  const [rp, rq] = [row[p]!, row[q]!];
  row[p] = c * rp - s * rq;
  row[q] = s * rp + c * rq;
}
