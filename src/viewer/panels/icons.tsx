/** The few signs of the interface, drawn in the colour of their text. */

const PATHS = {
  search: 'M8.5 14a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM12.6 12.6 17 17',
  undo: 'M4 8h8.5a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5',
  redo: 'M16 8H7.5a4 4 0 0 0 0 8H12M16 8l-3.5-3.5M16 8l-3.5 3.5',
  share: 'M10 12V3M10 3 6.5 6.5M10 3l3.5 3.5M4 11v6h12v-6',
  auto: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM10 3v14M10 6l5 0M10 10h7M10 14h5',
  light:
    'M10 6.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M4 16l1.4-1.4M14.6 5.4 16 4',
  dark: 'M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  whole: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4',
  run: 'M6.5 4v12l9.5-6Z',
  pause: 'M7 4.5v11M13 4.5v11',
  frame: 'M3 6V3h3M9 3h2M14 3h3v3M17 9v2M17 14v3h-3M11 17H9M6 17H3v-3M3 11V9',
  lasso:
    'M6.6 13.3C4.4 12.5 3 10.9 3 9c0-3 3.1-5.5 7-5.5s7 2.5 7 5.5-3.1 5.5-7 5.5c-.9 0-1.7-.1-2.5-.3M6.6 13.3a1.3 1.3 0 1 0 1.4 2.1c.5-.9-.3-2-1.4-2.1ZM7.5 15.8c.4 1 .1 1.8-1 2.2',
  unpin: 'M7.5 3h5L12 8l2.5 3.2h-9L8 8ZM10 11.5V17.5M3 3l14 14',
  overview: 'M3 4h14v12H3ZM10 9.5h5v4.5h-5Z',
  back: 'M5 6.2A6.5 6.5 0 1 1 3.6 11.5M5 2.7v3.5h3.5',
  pin: 'M7.5 3h5L12 8l2.5 3.2h-9L8 8ZM10 11.5V17.5',
  close: 'M5 5l10 10M15 5 5 15',
  chevron: 'M6 8l4 4 4-4',
  before: 'M12 6l-4 4 4 4',
  after: 'M8 6l4 4-4 4',
  filters: 'M3 5h14M5.5 10h9M8 15h4',
  foldLeft: 'M3 4h14v12H3zM8 4v12',
  foldRight: 'M3 4h14v12H3zM12 4v12',
  quote: 'M4 6h4v4.5C8 13 6.5 14 5 14.5M12 6h4v4.5c0 2.5-1.5 3.5-3 4',
  copy: 'M7 7h9v9H7zM4 13V4h9',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration alone: the control around it carries the name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** A ball of thread whose end leads out of it. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <circle cx="10" cy="11" r="7.5" />
      <path d="M3.2 8.5c4-2.6 9.4-2.6 13.6 0M2.6 12.2c4.6-2.4 10.4-2.2 14.6 1M8 3.8c-2.6 4-2.8 10 0 14.4M13 4.2c2.4 4 2.4 9.4-.6 13.8" />
      <path d="M16.4 15c1.6 2.6 3.4 4.4 6 4.9" />
    </svg>
  );
}
