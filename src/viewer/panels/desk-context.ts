/** Hands the desk, on which files are opened, to every panel. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Desk } from '../state/desk.ts';

export const DeskContext = createContext<Desk | undefined>(undefined);

/** The desk that the page was mounted with. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('a panel stands outside of DeskContext');
  return desk;
}
