/** The thin bar above everything: name, search, ways of looking, steps back, language, theme, sharing. */
import { VIEWS } from '../state/view-state.ts';
import { useApp } from './app-context.ts';
import { FoldButton } from './fold-button.tsx';
import { Mark } from './icons.tsx';
import { SearchBox } from './search-box.tsx';
import { Settings } from './settings.tsx';
import { ShareMenu } from './share-menu.tsx';
import { SkipLinks } from './skip-links.tsx';

export function TopBar() {
  const narrow = useApp().environment.narrow.value;
  return (
    <header class="top-bar">
      <SkipLinks />
      <div class="brand">
        <Mark />
        <span>Clew</span>
        <FoldButton panel="legend" />
      </div>
      <SearchBox />
      <ViewSwitch />
      <div class="tools">
        {!narrow && <Settings />}
        <ShareMenu />
        {!narrow && <FoldButton panel="reading" />}
      </div>
    </header>
  );
}

function ViewSwitch() {
  const app = useApp();
  const strings = app.strings.value;
  return (
    <nav class="view-switch" aria-label={strings.viewSwitch}>
      {VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          aria-current={app.state.value.view === view ? 'page' : undefined}
          onClick={() => {
            app.change((state) => (state.view === view ? state : { ...state, view }));
            app.announcement.value = strings.nowView(strings.views[view]);
          }}
        >
          {strings.views[view]}
        </button>
      ))}
    </nav>
  );
}
