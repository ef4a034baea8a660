/** Numbers of several runs as a reader wants them. */

/**
 * @param {readonly number[]} values
 * @param {number} part 0 to 1
 * @returns {number} the value that this part of them does not exceed; NaN of none
 */
export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length) - 1))] ?? NaN;
}

/** The one in the middle; of an even number, the lower of the two. */
export function median(/** @type {readonly number[]} */ values) {
  return percentile(values, 0.5);
}

/** Such as "1.31 (1.25 to 1.44)": the median, and the least and the most. */
export function spread(/** @type {readonly number[]} */ values, digits = 2) {
  const shown = (/** @type {number} */ value) => value.toFixed(digits);
  const middle = shown(median(values));
  return values.length > 1 ? `${middle} (${shown(Math.min(...values))} to ${shown(Math.max(...values))})` : middle;
}

/** Those of one column divided by those of another, run by run: what disturbed one run disturbed both. */
export function ratios(/** @type {readonly number[]} */ over, /** @type {readonly number[]} */ under) {
  return over.map((value, run) => value / (under[run] ?? NaN));
}

/** Print rows below each other, the first of them the heads of the columns. */
export function table(/** @type {string} */ title, /** @type {string[][]} */ rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const row of rows)
    console.log(
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join("   ")}`,
    );
}
