/** Three significant digits: "1.43", "0.0213", "1.2e+9". */
export function formatLoss(loss: number): string {
  return Math.abs(loss) >= 1e5 ? loss.toExponential(1) : String(Number(loss.toPrecision(3)));
}
