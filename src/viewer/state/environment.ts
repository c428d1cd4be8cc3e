/** What the reader's system asks for: theme, motion, languages; followed while the page is open. */
import { type ReadonlySignal, signal } from '@preact/signals';

export interface Environment {
  readonly prefersDark: ReadonlySignal<boolean>;
  readonly prefersLessMotion: ReadonlySignal<boolean>;
  /** True where the page is narrow: the reading column becomes a sheet. */
  readonly narrow: ReadonlySignal<boolean>;
  /** True where the legend has no column of its own and lies over the middle while it is open. */
  readonly compact: ReadonlySignal<boolean>;
  /** The page stands in another one (`?embed`): canvas and card alone. */
  readonly embedded: boolean;
  /** Address of the query that found what is drawn, where the page says so by `<link rel="up">`. */
  readonly query: string | undefined;
  /** BCP 47 tags in order of preference. */
  readonly languages: readonly string[];
}

/** The width in CSS pixels under which the page takes its phone form; styles/narrow.css says the same. */
export const NARROW = 760;

/** The width in CSS pixels under which the legend lies over the middle; styles/frame.css says the same. */
export const COMPACT = 1080;

export function readEnvironment(window: Window & typeof globalThis): Environment {
  const follow = (query: string) => {
    const list = window.matchMedia(query);
    const state = signal(list.matches);
    list.addEventListener('change', () => {
      state.value = list.matches;
    });
    return state;
  };
  return {
    prefersDark: follow('(prefers-color-scheme: dark)'),
    prefersLessMotion: follow('(prefers-reduced-motion: reduce)'),
    narrow: follow(`(max-width: ${NARROW - 1}px)`),
    compact: follow(`(max-width: ${COMPACT - 1}px)`),
    embedded: new URLSearchParams(window.location.search).has('embed'),
    query: window.document.querySelector('link[rel=up]')?.getAttribute('href') ?? undefined,
    languages: window.navigator.languages,
  };
}
