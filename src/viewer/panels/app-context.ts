/** Hands the application to every panel. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { App } from '../state/app.ts';

export const AppContext = createContext<App | undefined>(undefined);

/** The application that the page was mounted with. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error('a panel stands outside of AppContext');
  return app;
}
