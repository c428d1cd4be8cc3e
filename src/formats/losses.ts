/** Losses are counted by writers and readers alike, so the counter is part of the model; here it has its old name. */
export { type Loss, LossCounter, type LossReport } from '../model/index.ts';
