/**
 * One measured value. `limit` is the bar it is held against: an upper one, or for rates (`…/s`) and ratios (`×`) a lower one. A missed bar
 * is said, never failed: machines differ.
 */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  limit?: number;
}
