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

/** The middle of some numbers, of an even count the mean of the two; NaN of none. The numbers are put into another order. */
export function median(values: Float64Array): number {
  const half = values.length >> 1;
  const upper = nth(values, half);
  return values.length % 2 === 1 ? upper : (values.subarray(0, half).reduce((most, value) => Math.max(most, value), -Infinity) + upper) / 2;
}

/** The number that sorting would bring to a place, without sorting: Hoare's FIND (1961). Smaller ones end up before it. */
function nth(values: Float64Array, place: number): number {
  let [left, right] = [0, values.length - 1];
  while (left < right) {
    const pivot = values[(left + right) >> 1]!;
    let [i, j] = [left, right];
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i <= j) [values[i++], values[j--]] = [values[j]!, values[i]!];
    }
    if (place <= j) right = j;
    else if (place >= i) left = i;
    else break;
  }
  return values[place] ?? NaN;
}
