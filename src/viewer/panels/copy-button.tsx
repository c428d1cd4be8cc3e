/** A button that copies a text, and says that it did. */
import { useApp } from './app-context.ts';
import { copyText } from './copy.ts';
import { Icon, type IconName } from './icons.tsx';

export interface CopyButtonProps {
  /** What is copied, for the button's name. */
  readonly what: string;
  readonly text: string;
  readonly icon?: IconName;
}

export function CopyButton({ what, text, icon = 'copy' }: CopyButtonProps) {
  const app = useApp();
  const strings = app.strings.value;
  const label = strings.copy(what);
  return (
    <button
      type="button"
      class="icon-button is-small"
      aria-label={label}
      title={label}
      onClick={async () => {
        if (await copyText(text)) app.announcement.value = strings.copied;
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
