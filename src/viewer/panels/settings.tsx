/** Steps back and forward, language and theme: in the bar, or on a phone in its menu. */
import { THEMES } from '../state/view-state.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../strings/index.ts';
import { useApp } from './app-context.ts';
import { IconButton } from './icon-button.tsx';
import { Icon } from './icons.tsx';

export function Settings() {
  return (
    <>
      <Steps />
      <LanguageChoice />
      <ThemeButton />
    </>
  );
}

function Steps() {
  const app = useApp();
  const strings = app.strings.value;
  return (
    <>
      <IconButton icon="undo" label={strings.undo} disabled={!app.canUndo.value} onClick={app.undo} />
      <IconButton icon="redo" label={strings.redo} disabled={!app.canRedo.value} onClick={app.redo} />
    </>
  );
}

function LanguageChoice() {
  const app = useApp();
  return (
    <label class="language">
      <span class="visually-hidden">{app.strings.value.language}</span>
      <select
        value={app.language.value}
        onChange={({ currentTarget }) => {
          const language = currentTarget.value as Language;
          app.change((state) => ({ ...state, language }));
        }}
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </label>
  );
}

/** Goes round: as the system, light, dark. */
function ThemeButton() {
  const app = useApp();
  const strings = app.strings.value;
  const { theme } = app.state.value;
  return (
    <IconButton
      icon={theme}
      label={`${strings.theme}: ${strings.themes[theme]}`}
      onClick={() =>
        app.change((state) => ({
          ...state,
          theme: THEMES[(THEMES.indexOf(state.theme) + 1) % THEMES.length]!,
        }))
      }
    />
  );
}
