/** How far from the median, in robust standard deviations, a number counts as an outlier: Iglewicz and Hoaglin (1993) say 3.5. */
const farthest = 3.5;
/** MAD of a standard normal variable: 1 / 1.4826. */
const madOfNormal = 0.6745;
const fewest = 8;

/**
 * Rows whose number is far from all others by median and MAD (median absolute deviation), which a wrong number cannot move.
 * Where half of the numbers are equal the MAD is 0 and says nothing: then there are no outliers.
 * @param isSpread compares sizes rather than differences (asinh scale, any sign): money spans many sizes, and the mistake
 * to find is a number in the wrong unit
 */
export function outliersIn(values: Float64Array, isSpread = false): number[] {
  const known = values.filter(Number.isFinite);
  if (known.length < fewest) return [];
  const unit = isSpread ? median(known.map(Math.abs)) || 1 : 1;
  const scaled = (value: number) => (isSpread ? Math.asinh(value / unit) : value);
  const middle = median(known.map(scaled));
  const mad = median(known.map((value) => Math.abs(scaled(value) - middle)));
  if (mad === 0) return [];
  const rows: number[] = [];
  values.forEach((value, row) => {
    if (Number.isFinite(value) && (madOfNormal * Math.abs(scaled(value) - middle)) / mad > farthest) rows.push(row);
  });
  return rows;
}

/** The middle of some numbers; NaN of none. */
export function median(values: Float64Array): number {
  const sorted = values.slice().sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
